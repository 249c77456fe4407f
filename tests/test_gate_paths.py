"""The gate on every path that makes a page public: each is refused or held with an uncleared photo, in words."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.log_actions import registry
from wagtail.models import Locale, Page, Revision, Workflow
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from media.decisions import decide
from media.enums import CreditStatus
from media.gate import PublicationRefused
from media.models import Photo
from media.scheduling import HELD, release_held
from media.tests.factories import PhotoFactory, UserFactory, approved_photo
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def chief(client):
    user = get_user_model().objects.create_superuser("chief", "chief@example.com", "long-enough-1")
    client.force_login(user)
    return user


def make_section(article, photo=None, live=False, slug="end", user=None):
    section = ConclusionSectionPage(title="Итог", slug=slug, heading="Итог", live=live, plate=photo)
    article.add_child(instance=section)
    section.save_revision(user=user)
    return section


def is_live(section):
    return Page.objects.get(pk=section.pk).live


def revoke(photo):
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")


def form_data(action, **values):
    data = {
        "title": "Итог", "slug": "end", "heading": "Итог", "nav_label": "", "anchor": "", "lead": rich_text(""),
        "plate": "", "plate_caption": "", "body": streamfield([]), "editors_note": "",
        "go_live_at": "", "expire_at": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
    }  # fmt: skip
    return nested_form_data(data | values) | {action: "1"}


def edit(client, section, action, **values):
    return client.post(reverse("wagtailadmin_pages:edit", args=[section.pk]), form_data(action, **values))


def test_an_edited_page_is_refused_with_a_link_and_keeps_what_was_typed(client, chief, article):
    section, photo = make_section(article, live=True), PhotoFactory(title="Пресс")
    response = edit(client, section, "action-publish", plate=photo.pk, heading="Долгий новый текст")
    text = response.content.decode()
    assert "Опубликовать нельзя" in text
    assert f'href="{reverse("wagtailimages:edit", args=[photo.pk])}"' in text
    assert "Долгий новый текст" in text
    assert ConclusionSectionPage.objects.get(pk=section.pk).plate is None


def test_reverting_to_a_version_and_publishing_it_is_refused(client, chief, article):
    photo = approved_photo()
    section = make_section(article, photo, live=True)
    old = section.get_latest_revision()
    section.plate = None
    section.save_revision().publish()
    revoke(photo)
    response = edit(client, section, "action-publish", plate=photo.pk, revision=old.pk)
    assert "plate" in response.context["form"].errors
    assert ConclusionSectionPage.objects.get(pk=section.pk).plate is None


def submitted(article, photo, user):
    section = make_section(article, photo, user=user)
    state = Workflow.objects.get().start(section, user)
    return section, state.current_task_state


def approve(client, section, task_state):
    address = reverse("wagtailadmin_pages:workflow_action", args=[section.pk, "approve", task_state.pk])
    return client.post(address, {"comment": ""}, follow=True)


@pytest.mark.parametrize("start", ["wagtailadmin_home", "wagtailadmin_reports:workflow"])
def test_an_approval_from_the_dashboard_or_a_report_holds_the_page_until_its_photo_is_approved(
    client, chief, article, start, django_capture_on_commit_callbacks
):
    photo = PhotoFactory()
    section, task_state = submitted(article, photo, chief)
    assert client.get(reverse(start)).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert approve(client, section, task_state).status_code == 200
    assert not is_live(section)
    assert registry.get_logs_for_instance(section).filter(action=HELD).count() == 1
    assert [letter.to for letter in mail.outbox if "Публикация ждёт" in letter.subject] == [[chief.email]]
    with django_capture_on_commit_callbacks(execute=True):
        decide(photo, CreditStatus.APPROVED, UserFactory())
    assert is_live(section)


def test_an_approval_in_the_editor_is_held_too(client, chief, article):
    section, _task_state = submitted(article, PhotoFactory(), chief)
    data = {"workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[section.pk]),
        form_data("action-workflow-action", plate=section.plate_id) | data,
        follow=True,
    )
    assert response.status_code == 200
    assert not is_live(section)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_the_last_of_several_approvals_releases_what_is_held(article, django_capture_on_commit_callbacks):
    first, second = PhotoFactory(), PhotoFactory()
    section = make_section(article, first)
    section.body = [{"type": "photo", "value": {"photo": second.pk, "caption": ""}}]
    section.save_revision(approved_go_live_at=section.latest_revision_created_at)
    for photo, expected in ((first, False), (second, True)):
        with django_capture_on_commit_callbacks(execute=True):
            decide(photo, CreditStatus.APPROVED, UserFactory())
        assert is_live(section) is expected


def test_a_hold_is_logged_and_told_once_however_often_it_is_tried(article, django_capture_on_commit_callbacks):
    author = UserFactory()
    section = make_section(article, PhotoFactory())
    section.save_revision(user=author, approved_go_live_at=section.latest_revision_created_at)
    for _attempt in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            release_held.call()
    assert registry.get_logs_for_instance(section).filter(action=HELD).count() == 1
    assert [letter.to for letter in mail.outbox] == [[author.email]]


def test_the_admin_s_interface_answers_a_refusal_in_words(client, chief, article):
    photo = PhotoFactory(title="Пресс")
    section = make_section(article, photo)
    response = client.post(reverse("wagtailadmin_api:pages:action", args=[section.pk, "publish"]))
    assert response.status_code == 400
    assert "Пресс" in str(response.json())
    assert not is_live(section)


def test_the_admin_s_interface_does_not_lose_the_schedule_of_a_refused_page(client, chief, article):
    section = make_section(article, PhotoFactory())
    moment = section.latest_revision_created_at
    revision = section.save_revision(approved_go_live_at=moment)
    client.post(reverse("wagtailadmin_api:pages:action", args=[section.pk, "publish"]))
    revision.refresh_from_db()
    assert revision.approved_go_live_at == moment


def test_a_live_copy_is_refused_and_a_draft_copy_is_made(client, chief, article):
    photo = approved_photo()
    section = make_section(article, photo, live=True)
    revoke(photo)
    values = {"new_title": "Копия", "new_slug": "copy", "new_parent_page": article.pk, "publish_copies": "on"}
    response = client.post(reverse("wagtailadmin_pages:copy", args=[section.pk]), values, follow=True)
    assert "Опубликовать нельзя" in response.content.decode()
    assert not Page.objects.filter(slug="copy", live=True).exists()
    section.copy(update_attrs={"slug": "draft-copy"}, keep_live=False)
    assert not Page.objects.get(slug="draft-copy").live


def test_a_live_alias_is_refused(article):
    photo = approved_photo()
    section = make_section(article, photo, live=True)
    revoke(photo)
    section = ConclusionSectionPage.objects.get(pk=section.pk)
    with pytest.raises(PublicationRefused):
        CreatePageAliasAction(section, update_slug="alias", parent=article).execute(skip_permission_checks=True)
    assert not Page.objects.filter(slug="alias").exists()


def test_a_translation_is_made_as_a_draft_and_its_publication_is_refused(article):
    english = Locale.objects.get_or_create(language_code="en")[0]
    section = make_section(article, PhotoFactory())
    action = CopyPageForTranslationAction(section, english, copy_parents=True)
    translated = action.execute(skip_permission_checks=True)
    assert not is_live(translated)
    with pytest.raises(PublicationRefused):
        translated.get_latest_revision().publish()


def by_saving(section):
    section.live = True
    section.save()


def by_single_fields(section):
    section.live = True
    section.save(update_fields=["live", "plate"])


def by_publishing(section):
    section.get_latest_revision().publish()


@pytest.mark.parametrize("publish", [by_saving, by_single_fields, by_publishing])
def test_code_publishes_nothing_uncleared(article, publish):
    section = make_section(article, PhotoFactory())
    with pytest.raises(PublicationRefused):
        publish(section)
    assert not is_live(section)


def test_code_adds_no_live_page_with_an_uncleared_photo(article):
    with pytest.raises(PublicationRefused):
        make_section(article, PhotoFactory(), live=True)
    assert not ConclusionSectionPage.objects.exists()


def test_what_reaches_the_database_past_the_models_is_not_shown(client, article):
    photo = approved_photo(title="Пресс", own_credit_line="Фото: чужая подпись")
    make_section(article, photo, live=True)
    assert "чужая подпись" in client.get("/").content.decode() or not photo.ready_files
    Photo.objects.filter(pk=photo.pk).update(credit_status=CreditStatus.REVOKED)
    Page.objects.filter(pk=article.pk).update(live=True)
    text = client.get("/").content.decode()
    assert "чужая подпись" not in text
    assert f"/{photo.pk}-" not in text
