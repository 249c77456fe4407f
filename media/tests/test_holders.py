import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler

from media.holders import merge_holders, undo_holder_change
from media.models import HolderChange, Photo, PhotoSlot, RightsHolder
from media.renditions import make_renditions
from media.searching import every_word_in
from media.tests.factories import PhotoFactory, RightsHolderFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db


def found(query):
    return list(Photo.objects.filter(every_word_in(query, "search_text", "rights_holder__search_text")))


def test_a_new_usual_line_changes_every_photo_at_once_and_no_decision():
    photo = approved_photo()
    photo.rights_holder.credit_line = "Фото: новая подпись"
    photo.rights_holder.save()
    photo = Photo.objects.get(pk=photo.pk)
    assert (photo.credit_line, photo.is_cleared) == ("Фото: новая подпись", True)


def test_a_renamed_holder_is_found_under_every_spelling_whatever_the_case():
    photo = PhotoFactory(rights_holder=RightsHolderFactory(name="Пресс-служба Артёмовского завода"))
    photo.rights_holder.name = "Завод"
    photo.rights_holder.save()
    assert photo.rights_holder.spellings == ["Завод", "Пресс-служба Артёмовского завода"]
    assert found("ПРЕСС-СЛУЖБА артемовского") == [photo]
    assert found("чужой") == []


def test_the_old_name_taken_back_is_no_other_spelling_of_itself():
    holder = RightsHolderFactory(name="А")
    holder.name = "Б"
    holder.save()
    holder.name = "А"
    holder.save()
    assert holder.spellings == ["А", "Б"]


def test_merging_gives_the_target_everything_and_undoing_gives_it_back():
    target, source = RightsHolderFactory(name="Завод"), RightsHolderFactory(name="Завод, ПАО", aliases="ПАО «Завод»")
    own, taken = PhotoFactory(rights_holder=target), approved_photo(rights_holder=source)
    slot = PhotoSlot.objects.create(name="Цех", rights_holder=source, credit_line="Фото: завод")
    key, before = source.pk, {holder.pk: holder.state() for holder in (target, source)}
    change = merge_holders(source, target, UserFactory())
    taken = Photo.objects.get(pk=taken.pk)
    assert (taken.rights_holder, taken.credit_line, taken.is_cleared) == (target, target.credit_line, True)
    assert PhotoSlot.objects.get(pk=slot.pk).rights_holder == target
    assert set(found("пао завод")) == {own, taken}
    undo_holder_change(change, UserFactory())
    assert {holder.pk: holder.state() for holder in RightsHolder.objects.all()} == before
    assert Photo.objects.get(pk=taken.pk).rights_holder_id == PhotoSlot.objects.get(pk=slot.pk).rights_holder_id == key
    assert Photo.objects.get(pk=own.pk).rights_holder == target


def test_a_photo_given_to_another_after_the_merger_stays_there_when_it_is_undone():
    target, source, third = RightsHolderFactory.create_batch(3)
    photo = PhotoFactory(rights_holder=source)
    change = merge_holders(source, target, UserFactory())
    Photo.objects.filter(pk=photo.pk).update(rights_holder=third)
    undo_holder_change(change, UserFactory())
    assert Photo.objects.get(pk=photo.pk).rights_holder == third


def test_a_renaming_is_undone_once_and_in_order():
    holder = RightsHolderFactory(name="А")
    for name in ("Б", "В"):
        holder.name = name
        holder.save()
    newer, older = HolderChange.objects.all()
    with pytest.raises(ValidationError, match="более позднее"):
        undo_holder_change(older, UserFactory())
    undo_holder_change(newer, UserFactory())
    undo_holder_change(older, UserFactory())
    assert RightsHolder.objects.get().spellings == ["А"]
    with pytest.raises(ValidationError):
        undo_holder_change(older, UserFactory())


def test_a_holder_is_not_merged_with_itself():
    holder = RightsHolderFactory()
    with pytest.raises(ValidationError, match="с самим собой"):
        merge_holders(holder, holder, UserFactory())


def test_the_new_credit_is_written_into_the_files(django_capture_on_commit_callbacks):
    photo = approved_photo()
    make_renditions(photo)
    with django_capture_on_commit_callbacks(execute=True):
        photo.rights_holder.credit_line = "Фото: «Новая подпись»"
        photo.rights_holder.save()
    contents = [rendition.file.read() for rendition in photo.renditions.all()]
    assert contents
    assert all("Фото: «Новая подпись»".encode() in content for content in contents)


def test_the_change_knows_who_made_it_in_the_admin(admin_client, admin_user):
    holder = RightsHolderFactory(name="А")
    form_class = get_edit_handler(RightsHolder).get_form_class()
    values = {"name": "Б", "credit_line": holder.credit_line, "aliases": "", "contact": ""}
    form_class(values, instance=holder, for_user=admin_user).save()
    assert HolderChange.objects.get().made_by == admin_user
    assert admin_client.get(reverse("wagtailsnippets_media_rightsholder:list")).status_code == 200
