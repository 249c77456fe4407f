"""The gate on the portal's own records: whoever makes them public, by whatever screen, is answered in words."""

import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import DraftStateMixin, Page, Revision

from exports.models import CasePhoto, ExportCase, ExportsIndexPage
from exports.tests.factories import ExportCaseFactory
from industries import services
from industries.enterprise_import.kind import EnterprisesKind
from industries.models import Enterprise, EnterpriseIndexPage, EnterprisePhoto
from industries.tests.factories import EnterpriseFactory, make_entrance
from media import gate
from media.decisions import decide
from media.enums import CreditStatus
from media.gate import GatedRecordMixin, PublicationRefused
from media.models import PhotoSlot
from media.photo_places import leads_to_photos
from media.renditions import make_renditions
from media.tests.factories import PhotoFactory, UserFactory, approved_photo
from portal.accounts.tests.factories import make_administrator
from portal.core.models import SiteIdentity
from portal.imports.enums import RunStatus
from portal.imports.services import begin_writing, check_again, start_import
from portal.longread.models import ConclusionSectionPage
from portal.longread.tests.factories import make_article
from technopolis.models import Site, SitePhoto, TechnopolisPage
from technopolis.tests.factories import SiteFactory, ZoneFactory
from tests.newsroom.forms import filled_form, with_photo

pytestmark = pytest.mark.django_db

RECORDS = [(EnterpriseFactory, EnterprisePhoto), (ExportCaseFactory, CasePhoto), (SiteFactory, SitePhoto)]
NOT_PUBLIC = {PhotoSlot}


@pytest.fixture
def chief(client):
    person = make_administrator()
    client.force_login(person)
    return person


def is_live(record):
    return type(record).objects.get(pk=record.pk).live


def screen_of(record, view="edit"):
    name = f"wagtailsnippets_{record._meta.app_label}_{record._meta.model_name}"
    return reverse(f"{name}:{view}", args=[record.pk] if view == "edit" else [])


def drafted(factory, photo):
    """Return a draft that shows the photo."""
    record = factory(live=False)
    record.photos.add(record.photos.model(photo=photo))
    record.save()
    record.save_revision()
    return record


def shows(record, photo):
    return type(record).objects.get(pk=record.pk).photos.filter(photo=photo).exists()


def test_every_model_that_shows_photos_to_visitors_stands_behind_the_gate():
    public = {model for model in apps.get_models() if issubclass(model, (Page, DraftStateMixin))}
    public |= {type(child) for child in (SiteIdentity(),)}
    open_ones = {model for model in public if leads_to_photos(model) and not issubclass(model, GatedRecordMixin)}
    assert open_ones - NOT_PUBLIC == set()
    assert {Enterprise, ExportCase, Site} <= public


@pytest.mark.parametrize("factory", [factory for factory, _child in RECORDS])
def test_an_edited_record_is_refused_at_its_photo_and_nothing_typed_is_lost(client, chief, factory):
    record, photo = factory(), PhotoFactory(title="Пресс")
    values = with_photo(filled_form(client, screen_of(record)), photo.pk)
    values["photos-0-caption"] = "Долго набранная подпись"
    response = client.post(screen_of(record), {**values, "action-publish": "1"})
    text = response.content.decode()
    assert "Опубликовать нельзя" in text
    assert f'href="{reverse("wagtailimages:edit", args=[photo.pk])}"' in text
    assert "Долго набранная подпись" in text
    assert "Пресс" in response.context["form"].formsets["photos"].forms[0].errors["photo"][0]
    assert not shows(record, photo)
    decide(photo, CreditStatus.APPROVED, UserFactory())
    assert client.post(screen_of(record), {**values, "action-publish": "1"}).status_code == 302
    assert shows(record, photo)


@pytest.mark.parametrize("factory", [factory for factory, _child in RECORDS])
def test_a_draft_of_a_record_is_saved_freely_and_its_publication_refused(client, chief, factory):
    record, photo = factory(live=False), PhotoFactory()
    values = with_photo(filled_form(client, screen_of(record)), photo.pk)
    assert client.post(screen_of(record), values).status_code == 302
    draft = type(record).objects.get(pk=record.pk).get_latest_revision()
    assert draft.as_object().photos.get().photo == photo
    with pytest.raises(PublicationRefused):
        draft.publish()
    assert not is_live(record)


def test_a_new_record_is_refused_too(client, chief):
    existing, photo = ExportCaseFactory(), PhotoFactory(title="Пресс")
    values = with_photo(filled_form(client, screen_of(existing)), photo.pk) | {"title": "Новый", "slug": "new"}
    response = client.post(screen_of(existing, "add"), {**values, "action-publish": "1"})
    assert "Пресс" in response.content.decode()
    assert ExportCase.objects.count() == 1


@pytest.mark.parametrize("factory", [factory for factory, _child in RECORDS])
def test_a_due_record_is_released_the_moment_its_last_photo_is_approved(factory, django_capture_on_commit_callbacks):
    first, last = PhotoFactory(), PhotoFactory()
    record = drafted(factory, first)
    record.photos.add(record.photos.model(photo=last))
    revision = record.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=revision.created_at)
    for photo, expected in ((first, False), (last, True)):
        with django_capture_on_commit_callbacks(execute=True):
            decide(photo, CreditStatus.APPROVED, UserFactory())
        assert is_live(record) is expected


@pytest.mark.parametrize("factory", [factory for factory, _child in RECORDS])
def test_a_revoked_photo_leaves_a_placeholder_of_its_size_on_the_record_s_page(client, factory):
    make_article()
    make_entrance(EnterpriseIndexPage)
    make_entrance(ExportsIndexPage)
    make_entrance(TechnopolisPage, zone=ZoneFactory())
    photo = approved_photo(own_credit_line="Фото: чужая подпись")
    make_renditions(photo)
    record = factory()
    record.photos.add(record.photos.model(photo=photo))
    record.save()
    assert "чужая подпись" in client.get(record.get_absolute_url()).content.decode()
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    text = client.get(record.get_absolute_url()).content.decode()
    assert "чужая подпись" not in text
    assert 'viewBox="0 0 640 400"' in text


def imported(person, enterprise, callbacks):
    """Write a table that publishes the enterprise; return the run."""
    table = f"Адрес карточки;Название;Опубликовано\n{enterprise.slug};{enterprise.name};да\n"
    run = start_import(EnterprisesKind(), SimpleUploadedFile("т.csv", table.encode()), person)
    for step in (check_again, begin_writing):
        with callbacks(execute=True):
            step(run, person)
        run.refresh_from_db()
    return run


def test_an_import_publishes_no_record_with_an_uncleared_photo(chief, django_capture_on_commit_callbacks):
    photo = PhotoFactory(title="Пресс")
    enterprise = drafted(EnterpriseFactory, photo)
    run = imported(chief, enterprise, django_capture_on_commit_callbacks)
    assert "Пресс" in run.fault
    assert not is_live(enterprise)
    decide(photo, CreditStatus.APPROVED, UserFactory())
    run = imported(chief, enterprise, django_capture_on_commit_callbacks)
    assert (run.status, is_live(enterprise)) == (RunStatus.APPLIED, True)


def test_a_merger_brings_no_uncleared_photo_onto_a_live_card(chief):
    kept, other = EnterpriseFactory(), drafted(EnterpriseFactory, PhotoFactory())
    with pytest.raises(PublicationRefused):
        services.merge(kept, [other], chief)
    assert kept.photos.count() == 0
    services.merge(kept, [drafted(EnterpriseFactory, approved_photo())], chief)
    assert kept.photos.count() == 1


def test_a_merger_that_is_refused_is_answered_in_words(client, chief):
    kept, other = EnterpriseFactory(), drafted(EnterpriseFactory, PhotoFactory(title="Пресс"))
    address = reverse("wagtail_bulk_action", args=["industries", "enterprise", "merge"])
    address = f"{address}?id={kept.pk}&id={other.pk}&next=/admin/"
    response = client.post(address, {"kept": kept.pk}, follow=True)
    assert response.status_code == 200
    assert any("Пресс" in str(message) for message in get_messages(response.wsgi_request))
    assert Enterprise.objects.get(pk=other.pk).merged_into is None


def test_the_site_s_own_picture_is_refused_in_its_form(client, chief):
    identity = SiteIdentity.for_site(make_article().get_site())
    photo = PhotoFactory(title="Пресс")
    address = reverse("wagtailsettings:edit", args=["core", "siteidentity", identity.site_id])
    response = client.post(address, filled_form(client, address, social_image=photo.pk))
    assert "Пресс" in response.context["form"].errors["social_image"][0]
    assert SiteIdentity.objects.get().social_image is None


def test_the_gate_costs_a_publication_one_query_whatever_the_photos(monkeypatch):
    article = make_article()
    photos = [approved_photo() for _ in range(5)]
    section = ConclusionSectionPage(title="Итог", slug="end", heading="Итог", live=False, plate=photos[0])
    section.body = [("photo", {"photo": photo, "caption": ""}) for photo in photos[1:]]
    article.add_child(instance=section)

    def publication():
        revision = ConclusionSectionPage.objects.get(pk=section.pk).save_revision()
        with CaptureQueriesContext(connection) as queries:
            revision.publish()
        return len(queries)

    publication()
    gated = publication()
    monkeypatch.setattr(gate, "credit_problems", lambda instance, shown=(): [])
    assert gated - publication() == 1
