import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.urls import reverse

from media.decisions import decide
from media.enums import CreditStatus
from media.models import HolderChange, Photo
from media.tests.desk_client import decide_in_browser, make_moderator
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, picture_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def test_the_queue_shows_photos_in_every_state(client, moderator):
    titles = [PhotoFactory(credit_status=status).title for status in (CreditStatus.PENDING, CreditStatus.REJECTED)]
    text = client.get(reverse("credits:index")).content.decode()
    assert all(title in text for title in titles)


def test_a_decision_leads_to_the_next_photo(client, moderator):
    first, second = PhotoFactory(), PhotoFactory()
    response = decide_in_browser(client, first, CreditStatus.APPROVED)
    assert response["Location"] == reverse("credits:decide", args=[second.pk])
    first.refresh_from_db()
    assert first.credit_status == CreditStatus.APPROVED


def test_a_refusal_without_reason_is_explained_and_keeps_the_form(client, moderator):
    photo = PhotoFactory()
    response = decide_in_browser(client, photo, CreditStatus.REJECTED)
    assert response.status_code == 422
    assert "Напишите причину" in response.content.decode()


def test_the_second_moderator_is_told_that_it_is_decided(client, moderator):
    photo = PhotoFactory()
    decide_in_browser(client, photo, CreditStatus.APPROVED)
    response = decide_in_browser(client, photo, CreditStatus.REJECTED, reason="нет письма")
    assert "Уже решено" in response.content.decode()


def test_rights_and_a_file_nobody_has_shown_the_moderator_are_not_approved(client, moderator):
    photo = PhotoFactory(creator="Мастеров")
    screen = client.get(reverse("credits:decide", args=[photo.pk])).context
    changed = Photo.objects.get(pk=photo.pk)
    changed.creator, changed.rights_holder = "Чужой автор", RightsHolderFactory(name="Чужое агентство")
    changed.file = picture_file(colour="#FF0000", name="other.png")
    changed.save()
    shown = {"expected_status": screen["seen"].status, "seen_digest": screen["seen"].digest}
    refused = decide_in_browser(client, changed, CreditStatus.APPROVED, **shown)
    photo.refresh_from_db()
    assert (refused.status_code, photo.credit_status) == (409, "pending")
    text = refused.content.decode()
    assert "Снимок или права изменились, пока вы смотрели: посмотрите ещё раз." in text
    assert "Чужой автор" in text
    anew = refused.context["seen"]
    decide_in_browser(client, photo, CreditStatus.APPROVED, expected_status=anew.status, seen_digest=anew.digest)
    photo.refresh_from_db()
    assert photo.credit_status == "approved"


def test_a_decision_that_does_not_say_what_was_seen_is_refused(client, moderator):
    photo = PhotoFactory()
    refused = decide_in_browser(client, photo, CreditStatus.APPROVED, seen_digest="")
    photo.refresh_from_db()
    assert (refused.status_code, photo.credit_status) == (422, "pending")


def test_the_desk_is_closed_to_those_who_may_not_decide(client):
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    photo = PhotoFactory()
    assert client.get(reverse("credits:index")).status_code == 302
    decide_in_browser(client, photo, CreditStatus.APPROVED)
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_a_holder_is_told_by_its_name():
    assert str(RightsHolderFactory(name="Музей станков")) == "Музей станков"


def test_the_next_photo_is_the_one_after_this_and_then_the_queue_begins_anew(client, moderator):
    first, second, third = PhotoFactory.create_batch(3)
    following = [
        client.get(reverse("credits:decide", args=[photo.pk])).context["following"] for photo in (first, second, third)
    ]
    assert [photo.pk for photo in following] == [second.pk, third.pk, first.pk]


def test_private_documents_are_for_moderators(client, moderator):
    photo = PhotoFactory(basis="contract", basis_document=ContentFile(b"%PDF", "contract.pdf"))
    decision = decide(photo, CreditStatus.APPROVED, UserFactory(), evidence=ContentFile(b"letter", "letter.txt"))
    addresses = [
        reverse("credits:document", args=[photo.pk, "basis_document"]),
        reverse("credits:evidence", args=[decision.pk]),
    ]
    for address in addresses:
        answer = client.get(address)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(reverse("credits:document", args=[photo.pk, "file"])).status_code == 404
    client.logout()
    assert [client.get(address).status_code for address in addresses] == [302, 302]


def test_holders_are_merged_after_a_preview_and_restored(client, moderator):
    target, source = RightsHolderFactory(name="Завод"), RightsHolderFactory(name="Завод, ПАО")
    photo = PhotoFactory(rights_holder=source)
    data = {"source": source.pk, "target": target.pk}
    preview = client.post(reverse("credits:holders"), data)
    assert preview.context["preview"]["photos"] == 1
    client.post(reverse("credits:holders"), data | {"confirm": "1"})
    photo.refresh_from_db()
    assert photo.rights_holder == target
    change = HolderChange.objects.get()
    client.post(reverse("credits:undo_holder_change", args=[change.pk]))
    photo.refresh_from_db()
    assert photo.rights_holder_id == source.pk
    assert client.post(reverse("credits:holders"), {"source": target.pk, "target": target.pk}).status_code == 422
