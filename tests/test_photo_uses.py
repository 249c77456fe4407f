"""Where a photo is used: everything the models allow is found, and nothing in use is deleted."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from media.models import Photo, PhotoSlot, ReasonTemplate
from media.photo_uses import uses_of
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, approved_photo, picture_file
from portal.core.models import SiteIdentity
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article
from tests.showcase.models import Plaque, Showcase, Slide

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def test_the_screen_shows_use_in_every_state_lookalikes_and_reasons(client, moderator):
    photo = PhotoFactory(title="Пресс")
    twin = PhotoFactory(title="Пресс ещё раз")
    article = make_article(plate=approved_photo(file=picture_file(colour="#A82A1F")))
    section = ConclusionSectionPage(title="Итог", slug="end", heading="Итог", live=False, plate=photo)
    article.add_child(instance=section)
    section.save_revision()
    ReasonTemplate.objects.create(text="Нет письма", status="rejected")
    ReasonTemplate.objects.create(text="Отозвано", status="revoked")
    context = client.get(reverse("credits:decide", args=[photo.pk])).context
    assert {(use["title"], str(use["state"])) for use in context["usage"]} == {("Итог", "в черновике")}
    assert [(entry["photo"].pk, entry["is_conflict"]) for entry in context["lookalikes"]] == [(twin.pk, True)]
    assert context["templates"] == [(1, "Нет письма")]
    assert [action["letter"] for action in context["actions"]] == ["A", "R", "D"]


def drafted(photo, **values):
    article = make_article()
    section = ConclusionSectionPage(title="Итог", slug="end", heading="Итог", live=False)
    article.add_child(instance=section)
    for name, value in (values or {"plate": photo}).items():
        setattr(section, name, value)
    section.save_revision()
    return section


def states_of(photo):
    return {(str(use.record), str(use.state)) for use in uses_of(photo)}


def test_a_photo_in_a_draft_or_on_the_schedule_is_in_use():
    photo = PhotoFactory()
    section = drafted(photo)
    assert states_of(photo) == {("Итог", "в черновике")}
    Revision.objects.update(approved_go_live_at=timezone.now() + timedelta(days=1))
    assert states_of(photo) == {("Итог", "по расписанию")}
    section.plate = None
    section.save_revision()
    Revision.objects.update(approved_go_live_at=None)
    assert states_of(photo) == set()


def test_every_place_the_models_allow_is_found():
    photo = approved_photo()
    embedded = f'<embed embedtype="image" id="{photo.pk}" alt="" format="fullwidth"/>'
    article = make_article(plate=photo)
    identity = SiteIdentity.objects.get()
    identity.social_image = photo
    identity.save()
    slot = PhotoSlot.objects.create(name="Цех", rights_holder=photo.rights_holder, credit_line="Ф", stand_in=photo)
    plaque = Plaque.objects.create(name="Табличка", picture=photo)
    body = [{"type": "photo", "value": {"photo": photo.pk, "caption": ""}, "id": "1"}]
    nested = [{"type": "group", "id": "2", "value": {"rows": [{"type": "item", "id": "3", "value": body}]}}]
    in_rich_text = Showcase.objects.create(name="Текст", story=embedded)
    in_nested = Showcase.objects.create(name="Список", body=nested)
    among_many = Showcase.objects.create(name="Многие")
    among_many.more_photos.set([photo])
    among_many.save()
    with_slide = Showcase.objects.create(name="Слайд")
    with_slide.slides = [Slide(picture=photo)]
    with_slide.save()
    records = [article, identity, slot, plaque, in_rich_text, in_nested, among_many, with_slide]
    assert {use.record for use in uses_of(photo)} == set(records)


@pytest.mark.parametrize("use", [lambda photo: Plaque.objects.create(name="Т", picture=photo), drafted])
def test_a_photo_in_use_is_not_deleted_and_the_answer_is_in_words(admin_client, use):
    photo = approved_photo()
    use(photo)
    with pytest.raises(ProtectedError):
        photo.delete()
    response = admin_client.post(reverse("wagtailimages:delete", args=[photo.pk]), follow=True)
    assert response.status_code in {200, 403}
    assert Photo.objects.filter(pk=photo.pk).exists()


def test_a_photo_with_decisions_is_kept_and_one_without_may_go(admin_client):
    decided, fresh = approved_photo(), PhotoFactory()
    address = reverse("wagtailimages:delete", args=[decided.pk])
    response = admin_client.post(address, headers={"referer": f"http://testserver{address}"}, follow=True)
    assert "Удалить нельзя" in response.content.decode()
    asked = admin_client.post(reverse("wagtailimages:delete_multiple", args=[decided.pk]),
                              headers={"x-requested-with": "XMLHttpRequest"})  # fmt: skip
    assert asked.status_code == 409
    admin_client.post(reverse("wagtailimages:delete", args=[fresh.pk]))
    assert list(Photo.objects.all()) == [decided]


def test_a_bulk_deletion_is_answered_in_words_too(admin_client):
    photo = approved_photo()
    address = f"{reverse('wagtail_bulk_action', args=['media', 'photo', 'delete'])}?id={photo.pk}&next=/admin/"
    response = admin_client.post(address, {}, follow=True)
    assert "Удалить нельзя" in response.content.decode()
    assert Photo.objects.filter(pk=photo.pk).exists()
