"""The gate on the paths where a refusal must be an answer in words, never a crash."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from media.decisions import decide
from media.enums import CreditStatus
from media.gate import PublicationRefused
from media.models import Photo
from media.renditions import make_renditions
from media.tests.factories import PhotoFactory, UserFactory, approved_photo
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def chief(client):
    user = get_user_model().objects.create_superuser(
        username="chief", email="chief@example.com", password="long-enough-1"
    )
    client.force_login(user)
    return user


def draft(article, name, photo=None, **values):
    section = ConclusionSectionPage(title=name, slug=name, heading=name, live=False, plate=photo, **values)
    article.add_child(instance=section)
    section.save_revision(clean=False)
    return section


def schedule(section, when):
    revision = section.get_latest_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=when)
    return revision


def is_live(section):
    return ConclusionSectionPage.objects.get(pk=section.pk).live


def test_a_photo_revoked_while_its_page_is_being_published_leaves_a_placeholder_and_a_line_in_the_report(
    article, chief, client, monkeypatch
):
    photo = approved_photo()
    make_renditions(photo)
    section, check = draft(article, "race", photo), ConclusionSectionPage.collect_publication_problems

    def check_and_lose_the_race(page):
        problems = check(page)
        if Photo.objects.get(pk=photo.pk).is_cleared:
            decide(photo, CreditStatus.REVOKED, UserFactory(), "Передумал")
        return problems

    monkeypatch.setattr(ConclusionSectionPage, "collect_publication_problems", check_and_lose_the_race)
    section.get_latest_revision().publish()
    assert is_live(section)
    assert f"/{photo.pk}-" not in client.get("/").content.decode()
    assert photo.title in client.get(reverse("credits:report_pages")).content.decode()


def test_making_a_page_live_by_its_single_field_is_refused(article):
    section = draft(article, "one", PhotoFactory())
    section.live = True
    with pytest.raises(PublicationRefused):
        section.save(update_fields=["live"])
    assert not is_live(section)


def test_saving_other_single_fields_of_a_live_page_is_no_publication(article):
    section = draft(article, "one")
    section.get_latest_revision().publish()
    section.refresh_from_db()
    section.plate = PhotoFactory()
    section.locked = True
    section.save(update_fields=["locked"])
    assert ConclusionSectionPage.objects.get(pk=section.pk).locked


@pytest.mark.parametrize("days", [-1, 1])
def test_a_date_of_going_live_is_answered_in_words_or_scheduled(client, chief, article, days):
    moment = timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
    data = nested_form_data({
        "title": "Вывод", "slug": "conclusion", "heading": "Итог", "nav_label": "", "anchor": "", "lead": rich_text(""),
        "plate": PhotoFactory().pk, "plate_caption": "", "body": streamfield([]), "editors_note": "",
        "go_live_at": moment, "expire_at": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
    }) | {"action-publish": "1"}  # fmt: skip
    url = reverse("wagtailadmin_pages:add", args=["longread", "conclusionsectionpage", article.pk])
    response = client.post(url, data)
    assert not ConclusionSectionPage.objects.filter(live=True).exists()
    if days < 0:
        assert "подпись не одобрена" in response.context["form"].errors["plate"][0]
    else:
        assert ConclusionSectionPage.objects.get().scheduled_revision


def test_a_due_page_with_an_uncleared_photo_is_held_and_blocks_nobody(article):
    an_hour_ago = timezone.now() - timedelta(hours=1)
    held, clean = draft(article, "held", PhotoFactory()), draft(article, "clean")
    due = schedule(held, an_hour_ago - timedelta(hours=1))
    schedule(clean, an_hour_ago)
    output = io.StringIO()
    call_command("publish_scheduled", stdout=output)
    assert (is_live(held), is_live(clean)) == (False, True)
    due.refresh_from_db()
    assert due.approved_go_live_at == an_hour_ago - timedelta(hours=1)
    assert "held" in output.getvalue()


def test_a_held_page_goes_live_by_the_next_run_once_its_photo_is_approved(article):
    photo = PhotoFactory()
    held = draft(article, "held", photo)
    schedule(held, timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled", stdout=io.StringIO())
    decide(photo, CreditStatus.APPROVED, UserFactory())
    call_command("publish_scheduled", stdout=io.StringIO())
    assert is_live(held)


def test_an_expired_page_is_unpublished(article):
    section = draft(article, "old")
    section.get_latest_revision().publish()
    ConclusionSectionPage.objects.filter(pk=section.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled", stdout=io.StringIO())
    assert not is_live(section)


def test_a_dry_run_publishes_nothing(article):
    clean = draft(article, "clean")
    schedule(clean, timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled", "--dryrun", stdout=io.StringIO())
    assert not is_live(clean)


def bulk_publish(client, pages, **values):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{query}&next={reverse('wagtailadmin_home')}", values, follow=True)


def test_bulk_publishing_publishes_the_clean_and_explains_the_rest(client, chief, article):
    held, clean = draft(article, "held", PhotoFactory(title="Пресс")), draft(article, "clean")
    response = bulk_publish(client, [held, clean])
    assert response.status_code == 200
    assert (is_live(held), is_live(clean)) == (False, True)
    assert any("held" in str(message) and "Пресс" in str(message) for message in response.context["messages"])


def test_bulk_publishing_leaves_an_alias_to_the_page_it_repeats(client, chief, article):
    source = draft(article, "clean")
    alias = CreatePageAliasAction(source, update_slug="alias", parent=article).execute(skip_permission_checks=True)
    response = bulk_publish(client, [article], include_descendants="on")
    assert (response.status_code, is_live(source)) == (200, True)
    assert any("публикуется вместе с ней" in str(message) for message in response.context["messages"])
    assert is_live(alias)


def test_bulk_publishing_with_descendants_holds_back_the_descendant(client, chief, article):
    held, clean = draft(article, "held", PhotoFactory(title="Пресс")), draft(article, "clean")
    response = bulk_publish(client, [article], include_descendants="on")
    assert response.status_code == 200
    assert (is_live(held), is_live(clean)) == (False, True)
    assert any("Пресс" in str(message) for message in response.context["messages"])
