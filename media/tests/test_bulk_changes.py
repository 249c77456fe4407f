from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from media.bulk_changes import decide_in_bulk, fill_rights, undo_bulk_change
from media.decisions import decide
from media.enums import CreditStatus
from media.journal import broken_links
from media.models import BulkChange, Photo
from media.seen_credits import Seen
from media.tests.desk_client import bulk, confirm, make_moderator
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    return make_moderator(client)


def statuses(photos):
    return list(
        Photo.objects.filter(pk__in=[photo.pk for photo in photos])
        .order_by("pk")
        .values_list("credit_status", flat=True)
    )


def test_many_are_approved_at_once_and_the_rest_are_named(client, moderator):
    good, own, incomplete = PhotoFactory(), PhotoFactory(uploaded_by_user=moderator), PhotoFactory(alt_text="")
    screen = bulk(client, "approve", [good, own, incomplete])
    assert [photo.pk for photo in screen.context["ready"]] == [good.pk]
    done = confirm(client, screen, "approve")
    assert statuses([good, own, incomplete]) == ["approved", "pending", "pending"]
    text = done.content.decode()
    assert "Свой снимок" in text
    assert "описание для незрячих" in text
    assert list(broken_links()) == []


def test_rejecting_many_needs_a_reason_and_tells_each_uploader_once(
    client, moderator, mailoutbox, django_capture_on_commit_callbacks
):
    uploader = UserFactory()
    photos = PhotoFactory.create_batch(3, uploaded_by_user=uploader)
    screen = bulk(client, "reject", photos)
    refused = client.post(
        reverse("credits:bulk"),
        {"kind": "reject", "selection": screen.context["selection"], "confirm": "1", "reason": " "},
    )
    assert refused.status_code == 422
    assert "Напишите причину" in refused.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        confirm(client, screen, "reject", reason="Нет письма")
    assert statuses(photos) == ["rejected"] * 3
    assert [letter.to for letter in mailoutbox] == [[uploader.email]]
    assert mailoutbox[0].body.count("Нет письма") == 3


def test_an_action_is_undone_where_nothing_has_happened_since(client, moderator):
    photos = PhotoFactory.create_batch(3)
    confirm(client, bulk(client, "approve", photos), "approve")
    decide(photos[0], CreditStatus.REVOKED, UserFactory(), "отзыв")
    change = BulkChange.objects.get()
    client.post(reverse("credits:bulk_undo", args=[change.pk]))
    assert statuses(photos) == ["revoked", "pending", "pending"]
    again = client.post(reverse("credits:bulk_undo", args=[change.pk]), follow=True)
    assert any("уже отменено" in str(message) for message in again.context["messages"])


def test_all_that_the_filters_keep_are_taken(client, moderator):
    PhotoFactory.create_batch(2, title="Пресс")
    PhotoFactory(title="Печь")
    screen = client.post(
        reverse("credits:bulk"), {"kind": "approve", "all": "1", "query": "q=пресс&credit_status=pending"}
    )
    assert screen.context["count"] == 2


def test_a_forged_selection_and_an_unknown_action_are_refused(client, moderator):
    assert client.post(reverse("credits:bulk"), {"kind": "approve", "selection": "1:2:3"}).status_code == 400
    assert client.post(reverse("credits:bulk"), {"kind": "delete", "photo": "1"}).status_code == 400
    assert client.post(reverse("credits:bulk"), {"kind": "approve", "photo": ["x", "9" * 30]}).status_code == 302
    assert bulk(client, "approve", [Photo(pk=999_999)]).context["ready"] == []


TEXTS = ("creator", "own_credit_line", "copyright_notice", "source_url", "license_url", "usage_terms", "place")


def filling(**values):
    return dict.fromkeys((*TEXTS, "rights_valid_until", "taken_on"), "") | {"fill": list(values)} | values


def test_rights_of_a_shoot_are_previewed_filled_and_restored(client, moderator):
    holder = RightsHolderFactory()
    pending, approved = PhotoFactory(creator="Старый"), approved_photo()
    draft = PhotoFactory(credit_status="draft", basis="", rights_holder=None)
    photos = [pending, approved, draft]
    before = list(Photo.objects.order_by("pk").values("creator", "rights_holder", "basis", "rights_valid_until"))
    data = filling(creator="Мастеров", rights_holder=holder.pk, basis="own", rights_valid_until="2030-02-28")
    screen = client.post(reverse("credits:bulk"), {
        "kind": "fill", "photo": [photo.pk for photo in photos], "preview": "1", **data,
    })  # fmt: skip
    rows = [(change.photo.pk, change.label, change.after) for change in screen.context["changes"]]
    assert (pending.pk, "автор", "Мастеров") in rows
    assert (pending.pk, "основание", "own") not in rows
    confirm(client, screen, "fill", **data)
    assert set(Photo.objects.values_list("creator", "rights_holder", "rights_valid_until")) == {
        ("Мастеров", holder.pk, date(2030, 2, 28))
    }
    assert statuses(photos) == ["pending"] * 3
    assert list(broken_links()) == []
    undo_bulk_change(BulkChange.objects.get(), moderator)
    assert (
        list(Photo.objects.order_by("pk").values("creator", "rights_holder", "basis", "rights_valid_until")) == before
    )
    assert statuses(photos) == ["pending", "pending", "draft"]


def test_a_value_that_is_not_ticked_is_left_and_nothing_ticked_is_refused(client, moderator):
    photo = PhotoFactory(creator="Мастеров")
    screen = bulk(client, "fill", [photo])
    refused = client.post(
        reverse("credits:bulk"), {"kind": "fill", "selection": screen.context["selection"], "confirm": "1", **filling()}
    )
    assert refused.status_code == 422
    preview = confirm(client, screen, "fill", **filling(place="Цех № 2"))
    confirm(client, preview, "fill", **filling(place="Цех № 2"))
    photo.refresh_from_db()
    assert (photo.creator, photo.place) == ("Мастеров", "Цех № 2")


def test_values_changed_after_the_preview_are_previewed_again(client, moderator):
    photo = PhotoFactory(place="")
    preview = client.post(
        reverse("credits:bulk"), {"kind": "fill", "photo": photo.pk, "preview": "1", **filling(place="Цех № 2")}
    )
    again = confirm(client, preview, "fill", **filling(place="Цех № 3"))
    assert "Значения изменились после просмотра" in again.content.decode()
    assert [change.after for change in again.context["changes"]] == ["Цех № 3"]
    assert Photo.objects.get(pk=photo.pk).place == ""
    confirm(client, again, "fill", **filling(place="Цех № 3"))
    assert Photo.objects.get(pk=photo.pk).place == "Цех № 3"


def test_every_photo_to_decide_on_is_named_and_leads_to_its_screen(client, moderator):
    photos = [PhotoFactory(title=f"Снимок № {number}") for number in range(101)]
    text = bulk(client, "approve", photos).content.decode()
    assert all(f"{photo.title}<" in text for photo in photos)
    assert all(f'href="{reverse("credits:decide", args=[photo.pk])}"' in text for photo in photos)


def test_a_contract_uploaded_for_the_preview_is_still_there_when_confirmed(client, moderator):
    photo = PhotoFactory()
    data = filling(basis="contract") | {"fill": ["basis", "basis_document"]}
    file = SimpleUploadedFile("contract.pdf", b"%PDF-1.4")
    screen = client.post(
        reverse("credits:bulk"), {"kind": "fill", "photo": photo.pk, "preview": "1", "basis_document": file, **data}
    )
    assert screen.status_code == 200, screen.context["form"].errors
    stored = screen.context["form"]["stored_document"].value()
    confirm(client, screen, "fill", stored_document=stored, **data)
    photo.refresh_from_db()
    assert photo.basis_document.read() == b"%PDF-1.4"
    assert not photo.missing_for_decision()


def test_a_later_edit_survives_the_undoing():
    photo, user = PhotoFactory(creator=""), UserFactory()
    change = fill_rights([photo.pk], {"creator": "Мастеров", "place": "Цех"}, user).change
    Photo.objects.filter(pk=photo.pk).update(creator="Поправлен")
    undo_bulk_change(change, user)
    photo.refresh_from_db()
    assert (photo.creator, photo.place) == ("Поправлен", "")


def test_whoever_filled_rights_in_does_not_approve_them():
    photo, user = PhotoFactory(), UserFactory()
    fill_rights([photo.pk], {"creator": "Мастеров"}, user)
    assert "Свой снимок" in decide_in_bulk("approve", [photo.pk], user).refusals[0].message


def test_photos_that_have_changed_since_they_were_shown_are_left_and_explained(client, moderator):
    same, edited, disputed = PhotoFactory.create_batch(3)
    screen = bulk(client, "approve", [same, edited, disputed])
    edited.creator = "Чужой автор"
    edited.save()
    decide(disputed, CreditStatus.DISPUTED, UserFactory(), "агентство возражает")
    text = confirm(client, screen, "approve").content.decode()
    assert statuses([same, edited, disputed]) == ["approved", "pending", "disputed"]
    assert f"«{edited.title}»: Снимок или права изменились, пока вы смотрели: посмотрите ещё раз." in text
    assert f"«{disputed.title}»: Уже решено: сейчас состояние «оспорено», решил(а) " in text


def test_when_every_photo_has_changed_it_is_said_why_nothing_is_done(client, moderator):
    photo = PhotoFactory()
    screen = bulk(client, "approve", [photo])
    holder = photo.rights_holder
    holder.credit_line = "Фото: другое"
    holder.save()
    told = [str(message) for message in confirm(client, screen, "approve").context["messages"]]
    changed = f"«{photo.title}»: Снимок или права изменились, пока вы смотрели: посмотрите ещё раз."
    assert (told, statuses([photo])) == (["Ничего не изменилось.", changed], ["pending"])


def test_nothing_is_decided_without_the_screen_that_shows_it(client, moderator):
    photo = PhotoFactory()
    bulk(client, "approve", [photo], confirm="1")
    filled = bulk(client, "fill", [photo])
    answer = client.post(
        reverse("credits:bulk"), {"kind": "approve", "selection": filled.context["selection"], "confirm": "1"}
    )
    assert (answer.status_code, statuses([photo])) == (400, ["pending"])


def test_the_queries_of_an_action_do_not_grow_with_photos_that_have_moved_on():
    user, counts = UserFactory(), []
    for number in (2, 20):
        photos = PhotoFactory.create_batch(number)
        seen = {photo.pk: Seen.of(photo) for photo in photos}
        for photo in photos[1:]:
            decide(photo, CreditStatus.DISPUTED, user, "агентство возражает")
        keys = [photo.pk for photo in photos]
        counts.append(queries_of(lambda: decide_in_bulk("approve", keys, user, seen=seen)))  # noqa: B023
    assert counts[0] == counts[1]


def queries_of(action):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        action()
    return len(captured)


def test_an_action_s_queries_do_not_grow_with_photos():
    few, many = PhotoFactory.create_batch(3), PhotoFactory.create_batch(30)
    user = UserFactory()
    assert queries_of(lambda: decide_in_bulk("approve", [photo.pk for photo in few], user)) == queries_of(
        lambda: decide_in_bulk("approve", [photo.pk for photo in many], user)
    )


def test_filling_s_and_undoing_s_queries_do_not_grow_with_photos():
    few, many = PhotoFactory.create_batch(3), PhotoFactory.create_batch(30)
    user = UserFactory()
    values = {"creator": "Мастеров", "usage_terms": "Только портал"}
    counts = [queries_of(lambda: fill_rights([photo.pk for photo in photos], values, user)) for photos in (few, many)]  # noqa: B023
    undone = [queries_of(lambda: undo_bulk_change(change, user)) for change in BulkChange.objects.all()]  # noqa: B023
    assert (counts[0], undone[0]) == (counts[1], undone[1])


def test_the_search_knows_what_was_filled_in_for_many(django_capture_on_commit_callbacks):
    photos = PhotoFactory.create_batch(2)
    with django_capture_on_commit_callbacks(execute=True):
        fill_rights([photo.pk for photo in photos], {"creator": "Мастеров"}, UserFactory())
    assert set(Photo.objects.all().search("Мастеров")) == set(photos)
