import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, ReferenceIndex

from media.decisions import decide, decide_many
from media.enums import CreditStatus
from media.journal import broken_links
from media.models import CreditDecision, Photo, PhotoSlot
from media.models.photo import private_storage
from media.near_duplicates import find_lookalikes
from media.seen_credits import Seen
from media.tests.desk_client import make_moderator
from media.tests.factories import PhotoFactory, UserFactory, approved_photo, picture_file, root_collection
from media.uploads.removal import remove_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Somebody who may upload photos, and so change and delete their own, and nothing more."""
    user, group = UserFactory(), Group.objects.create(name="Загружают")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    adding = Permission.objects.get(codename="add_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(group=group, collection=root_collection(), permission=adding)
    user.groups.add(group)
    client.force_login(user)
    return user


def sent_photo(user, **values):
    """Return a photo its uploader has just sent to the moderators."""
    photo = PhotoFactory(uploaded_by_user=user, credit_status=CreditStatus.DRAFT, **values)
    decide(photo, CreditStatus.PENDING, user)
    return photo


def delete_in_the_admin(client, photo):
    return client.post(reverse("wagtailimages:delete", args=[photo.pk]))


def test_a_fresh_photo_is_withdrawn_with_its_file_and_its_journal_stays(
    client, editor, django_capture_on_commit_callbacks
):
    photo = sent_photo(editor)
    photo.get_rendition("max-165x165")
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_in_the_admin(client, photo)["Location"] == reverse("wagtailimages:index")
    assert not private_storage().exists(photo.file.name)
    steps = CreditDecision.objects.order_by("pk").values_list("from_status", "to_status", "decided_by")
    assert list(steps) == [("draft", "pending", editor.pk), ("pending", "withdrawn", editor.pk)]
    assert (list(broken_links()), photo.renditions.count()) == ([], 0)
    assert not ReferenceIndex.objects.filter(object_id=photo.pk, base_content_type__model="photo").exists()


def test_a_withdrawn_photo_is_in_the_journal_only(client, editor):
    photo, twin = sent_photo(editor, title="Снятый"), PhotoFactory(title="Тот же", uploaded_by_user=editor)
    photo.get_file_hash()
    delete_in_the_admin(client, photo)
    assert client.get(reverse("wagtailimages:edit", args=[photo.pk])).status_code == 404
    assert [item.title for item in client.get(reverse("wagtailimages:index")).context["images"]] == ["Тот же"]
    assert "Снятый" not in client.get(reverse("wagtailimages_chooser:choose")).content.decode()
    assert find_lookalikes(twin) == []
    make_moderator(client)
    queue = client.get(reverse("credits:index"))
    assert [state["count"] for state in queue.context["states"]][:3] == [1, 0, 1]
    assert client.get(reverse("credits:decide", args=[photo.pk])).status_code == 404
    journal = client.get(reverse("credits:report_journal")).content.decode()
    assert "Снятый" in journal
    assert "снято загрузившим" in journal


def test_a_draft_nobody_has_seen_goes_without_a_trace(client, editor):
    photo = PhotoFactory(uploaded_by_user=editor, credit_status=CreditStatus.DRAFT)
    delete_in_the_admin(client, photo)
    assert Photo._base_manager.count() == 0


def test_the_screen_of_many_files_withdraws_what_it_has_just_sent(client, editor):
    photo = sent_photo(editor)
    answer = client.post(reverse("wagtailimages:delete_multiple", args=[photo.pk]))
    assert answer.json() == {"success": True, "image_id": photo.pk}
    assert Photo._base_manager.get().credit_status == CreditStatus.WITHDRAWN


def decided_by_another(user):
    photo = sent_photo(user)
    decide(photo, CreditStatus.REJECTED, UserFactory(), "Нет письма")
    photo.place = "Цех"
    decide(photo, CreditStatus.PENDING, user)
    return photo


def used(user):
    photo = sent_photo(user)
    PhotoSlot.objects.create(name="Цех", rights_holder=photo.rights_holder, credit_line="Фото", stand_in=photo)
    return photo


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda user: sent_photo(UserFactory()), "тот, кто его загрузил"),
        (decided_by_another, "уже решали"),
        (used, "Цех"),
        (lambda user: approved_photo(uploaded_by_user=user), "уже решено"),
    ],
)
def test_what_is_another_s_decided_or_used_stays(client, make, words):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    photo = make(user)
    count, before = CreditDecision.objects.count(), photo.credit_status
    answer = client.post(reverse("wagtailimages:delete", args=[photo.pk]), follow=True)
    assert words in " ".join(str(message) for message in answer.context["messages"])
    refused = client.post(reverse("wagtailimages:delete_multiple", args=[photo.pk]))
    assert (refused.status_code, words in refused.json()["error_message"]) == (409, True)
    assert (Photo.objects.get(pk=photo.pk).credit_status, CreditDecision.objects.count()) == (before, count)
    assert private_storage().exists(photo.file.name)


def test_nothing_brings_a_withdrawn_photo_back():
    user = UserFactory()
    photo = sent_photo(user)
    stale = Photo.objects.get(pk=photo.pk)
    remove_photo(photo, user)
    stale.alt_text = "Другое"
    stale.save()
    assert Photo._base_manager.get(pk=photo.pk).credit_status == CreditStatus.WITHDRAWN
    with pytest.raises(ValidationError, match="снято загрузившим"):
        decide(stale, CreditStatus.APPROVED, UserFactory(), seen=Seen(CreditStatus.PENDING))
    decisions, refusals = decide_many([photo.pk], CreditStatus.APPROVED, UserFactory())
    assert (decisions, len(refusals)) == ([], 1)


def test_a_document_another_photo_rests_on_is_kept(django_capture_on_commit_callbacks):
    user = UserFactory()
    shared = private_storage().save("rights/shared.pdf", ContentFile(b"%PDF"))
    own = private_storage().save("consents/own.pdf", ContentFile(b"%PDF"))
    photo = sent_photo(user, basis="contract", basis_document=shared, people_shown="consent", consent_document=own)
    PhotoFactory(basis="contract", basis_document=shared, file=picture_file(colour="#A82A1F"))
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(photo, user)
    assert (private_storage().exists(shared), private_storage().exists(own)) == (True, False)


def test_a_document_the_journal_of_another_photo_names_is_kept(django_capture_on_commit_callbacks):
    user = UserFactory()
    contract = private_storage().save("rights/contract.pdf", ContentFile(b"%PDF"))
    decided = approved_photo(basis="contract", basis_document=contract, file=picture_file(colour="#A82A1F"))
    Photo.objects.filter(pk=decided.pk).update(basis_document="rights/later.pdf")
    photo = sent_photo(user, basis="contract", basis_document=contract)
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(photo, user)
    assert private_storage().exists(contract)
