"""The gate on records: with drafts, without them, and through every place that can hold a photo."""

import io
import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from media.decisions import decide
from media.enums import CreditStatus
from media.gate import PublicationRefused, credit_problems
from media.photo_places import leads_to_photos, photo_places
from media.tests.factories import PhotoFactory, UserFactory, approved_photo
from portal.core.models import SiteIdentity
from portal.figures.models import Unit
from portal.longread.tests.factories import make_article
from tests.showcase.models import Plaque, Showcase, Slide

pytestmark = pytest.mark.django_db


def key():
    return str(uuid.uuid4())


def item(value, kind="item"):
    return {"type": kind, "value": value, "id": key()}


def in_field(photo):
    return Showcase(name="S", cover=photo)


def in_rich_text(photo):
    return Showcase(name="S", story=f'<embed embedtype="image" id="{photo.pk}" alt="" format="fullwidth"/>')


def in_block(photo):
    return Showcase(name="S", body=[item({"photo": photo.pk, "caption": ""}, "photo")])


def in_list(photo):
    return Showcase(name="S", body=[item([item(photo.pk)], "photos")])


def in_nested_lists(photo):
    rows = [item([item({"photo": photo.pk, "caption": ""}, "photo")])]
    return Showcase(name="S", body=[item({"rows": rows}, "group")])


def in_child(photo):
    showcase = Showcase(name="S")
    showcase.slides = [Slide(picture=photo)]
    return showcase


def in_record(photo):
    plaque = Plaque.objects.create(name="Табличка")
    Plaque.objects.filter(pk=plaque.pk).update(picture=photo)
    return Showcase(name="S", plaque=plaque)


def among_many(photo):
    showcase = Showcase.objects.create(name="S", live=False)
    showcase.more_photos.set([photo])
    return showcase


PLACES = [in_field, in_rich_text, in_block, in_list, in_nested_lists, in_child, in_record, among_many]


@pytest.mark.parametrize("place", PLACES)
def test_a_photo_is_seen_wherever_it_stands(place):
    photo = PhotoFactory()
    assert {found.photo_key for found in photo_places(place(photo))} == {photo.pk}


@pytest.mark.parametrize("place", PLACES)
def test_a_record_is_made_public_only_with_cleared_photos(place):
    photo = PhotoFactory()
    record = place(photo)
    record.live = True
    with pytest.raises(PublicationRefused, match=photo.title):
        record.save()
    decide(photo, CreditStatus.APPROVED, UserFactory())
    record.save()
    assert Showcase.objects.get(pk=record.pk).live


def test_a_draft_is_saved_freely_and_refused_when_published():
    photo = PhotoFactory()
    showcase = Showcase.objects.create(name="S", cover=photo, live=False)
    revision = showcase.save_revision()
    with pytest.raises(PublicationRefused):
        revision.publish()
    assert not Showcase.objects.get(pk=showcase.pk).live
    decide(photo, CreditStatus.APPROVED, UserFactory())
    revision.publish()
    assert Showcase.objects.get(pk=showcase.pk).live


def test_a_draft_of_a_live_record_is_no_publication():
    showcase = Showcase.objects.create(name="S")
    showcase.cover = PhotoFactory()
    showcase.save_revision()
    assert Showcase.objects.get(pk=showcase.pk).cover is None


def test_a_due_record_is_held_and_goes_live_once_its_photo_is_approved():
    photo = PhotoFactory()
    showcase = Showcase.objects.create(name="S", cover=photo, live=False)
    Revision.objects.filter(pk=showcase.save_revision().pk).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    call_command("publish_scheduled", stdout=io.StringIO())
    assert not Showcase.objects.get(pk=showcase.pk).live
    decide(photo, CreditStatus.APPROVED, UserFactory())
    call_command("publish_scheduled", stdout=io.StringIO())
    assert Showcase.objects.get(pk=showcase.pk).live


def test_a_record_without_drafts_is_not_saved_with_an_uncleared_photo():
    with pytest.raises(PublicationRefused):
        Plaque.objects.create(name="Табличка", picture=PhotoFactory())
    plaque = Plaque.objects.create(name="Табличка", picture=approved_photo())
    plaque.name = "Доска"
    plaque.save(update_fields=["name"])
    plaque.picture = PhotoFactory()
    with pytest.raises(PublicationRefused):
        plaque.save(update_fields=["picture"])


def form_of(record, **changed):
    form_class = get_edit_handler(Showcase).get_form_class()
    values = {"name": "S", "cover": "", "body": streamfield([]), "slides": inline_formset([]), "go_live_at": "",
              "expire_at": "", **changed}  # fmt: skip
    return form_class(nested_form_data(values), instance=record)


def test_the_form_explains_at_the_field_and_lets_drafts_through():
    photo = PhotoFactory(title="Пресс")
    assert form_of(Showcase(), cover=photo.pk).is_valid()
    publishing = form_of(Showcase(), cover=photo.pk, **{"action-publish": "1"})
    assert "Пресс" in publishing.errors["cover"][0]
    later = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    assert form_of(Showcase(), cover=photo.pk, go_live_at=later, **{"action-publish": "1"}).is_valid()


def test_the_form_explains_at_the_block_and_at_the_inline_child():
    photo = PhotoFactory(title="Пресс")
    showcase = Showcase.objects.create(name="S", live=False)
    slide = Slide.objects.create(showcase=showcase, picture=photo)
    slides = inline_formset([{"picture": photo.pk, "id": slide.pk}], initial=1)
    body = streamfield([("photo", {"photo": photo.pk, "caption": ""})])
    form = form_of(showcase, slides=slides, body=body, **{"action-publish": "1"})
    assert not form.is_valid()
    assert "Пресс" in form.formsets["slides"].forms[0].errors["picture"][0]
    assert "body" in form.errors


def test_records_a_page_goes_through_are_named():
    photo = PhotoFactory(title="Пресс")
    problem = credit_problems(in_record(photo))[0]
    assert problem.path == ("plaque",)
    assert "Оно стоит в «Табличка»" in str(problem.message)


def test_models_without_photos_cost_nothing():
    assert not leads_to_photos(Unit)
    assert leads_to_photos(Slide)


def test_the_gate_s_queries_do_not_grow_with_photos_and_records(django_assert_max_num_queries):
    photos = [approved_photo() for _ in range(6)]
    plaque = Plaque.objects.create(name="Табличка", picture=photos[0])
    rows = [item([item({"photo": photo.pk, "caption": ""}, "photo")]) for photo in photos]
    showcase = Showcase(name="S", cover=photos[1], plaque=plaque, body=[item({"rows": rows}, "group")])
    showcase.slides = [Slide(picture=photo) for photo in photos]
    with django_assert_max_num_queries(6):
        assert credit_problems(showcase) == []


def test_the_site_s_social_picture_is_gated_too():
    make_article()
    identity = SiteIdentity.objects.get()
    identity.social_image = PhotoFactory()
    with pytest.raises(PublicationRefused):
        identity.save()
