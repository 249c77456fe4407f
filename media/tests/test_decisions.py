import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from media.decisions import decide
from media.enums import LEGAL_TRANSITIONS, SHOWN_STATUSES, CreditStatus
from media.models import CreditDecision, Photo
from media.seen_credits import AlreadyDecided, ChangedMeanwhile, Seen
from media.tests.factories import PhotoFactory, UserFactory, approved_photo, picture_file

pytestmark = pytest.mark.django_db


def test_an_approved_photo_is_cleared_and_its_decision_is_kept():
    photo, moderator = PhotoFactory(), UserFactory()
    decision = decide(photo, CreditStatus.APPROVED, moderator)
    photo.refresh_from_db()
    assert photo.is_cleared
    assert (decision.from_status, decision.to_status, decision.decided_by) == ("pending", "approved", moderator)
    assert decision.rights_snapshot["basis"] == "own"


def test_nobody_approves_what_they_uploaded():
    photo = PhotoFactory()
    with pytest.raises(ValidationError, match="Свой снимок"):
        decide(photo, CreditStatus.APPROVED, photo.uploaded_by_user)


@pytest.mark.parametrize("status", [CreditStatus.REJECTED, CreditStatus.DISPUTED])
def test_a_refusal_needs_its_reason(status):
    with pytest.raises(ValidationError, match="Напишите причину"):
        decide(PhotoFactory(), status, UserFactory(), "  ")


def test_the_second_of_two_moderators_is_told():
    photo = PhotoFactory()
    decide(photo, CreditStatus.APPROVED, UserFactory(), seen=Seen(CreditStatus.PENDING))
    with pytest.raises(AlreadyDecided, match="Уже решено"):
        decide(photo, CreditStatus.REJECTED, UserFactory(), "нет письма", seen=Seen(CreditStatus.PENDING))
    assert photo.decisions.count() == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("creator", "Чужой автор"),
        ("alt_text", "Печь"),
        ("is_decorative", True),
        ("copyright_notice", "© Завод"),
        ("file", picture_file(colour="#FF0000", name="other.png")),
    ],
)
def test_what_was_not_seen_is_not_decided_on(name, value):
    photo = PhotoFactory()
    seen = Seen.of(photo)
    setattr(photo, name, value)
    photo.save()
    with pytest.raises(ChangedMeanwhile, match="изменились, пока вы смотрели"):
        decide(photo, CreditStatus.APPROVED, UserFactory(), seen=seen)
    photo.refresh_from_db()
    assert photo.credit_status == "pending"
    decide(photo, CreditStatus.APPROVED, UserFactory(), seen=Seen.of(photo))
    assert photo.is_cleared


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"basis": "contract"}, "документ-основание"),
        ({"basis": "cc-by"}, "автор, адрес лицензии, адрес источника"),
        ({"people_shown": "consent"}, "согласие"),
        ({"people_shown": ""}, "люди в кадре"),
        ({"alt_text": ""}, "описание для незрячих"),
        ({"rights_holder": None}, "правообладатель"),
    ],
)
def test_incomplete_rights_are_not_approved(values, missing):
    with pytest.raises(ValidationError) as refusal:
        decide(PhotoFactory(**values), CreditStatus.APPROVED, UserFactory())
    assert refusal.value.messages == [f"Не заполнено: {missing}."]


def test_a_decision_can_be_neither_changed_nor_deleted():
    decision = decide(PhotoFactory(), CreditStatus.APPROVED, UserFactory())
    decision.reason = "другое"
    with pytest.raises(PermissionDenied):
        decision.save()
    with pytest.raises(PermissionDenied):
        decision.delete()


def test_changing_the_rights_sends_an_approved_photo_back_to_moderators():
    photo = approved_photo()
    photo.own_credit_line = "Другая подпись"
    photo.save()
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_a_new_file_sends_an_approved_photo_back_to_moderators():
    photo = approved_photo()
    photo.file = picture_file(name="other.png", colour="#A82A1F")
    photo.save()
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_a_stale_copy_saved_later_does_not_bring_an_approval_back():
    photo = approved_photo()
    stale = Photo.objects.get(pk=photo.pk)
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    stale.title = "Новое название"
    stale.save()
    stale.refresh_from_db()
    assert stale.credit_status == CreditStatus.REVOKED


class AnySequenceOfDecisions(TestCase):
    @given(st.lists(st.sampled_from(SHOWN_STATUSES), max_size=12))
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_only_legal_steps_happen_and_each_is_kept(self, wanted):
        photo, moderator = PhotoFactory(), UserFactory()
        expected = CreditStatus.PENDING
        steps = 0
        for status in wanted:
            try:
                decide(photo, status, moderator, "причина")
            except ValidationError:
                assert status not in LEGAL_TRANSITIONS[expected]
            else:
                assert status in LEGAL_TRANSITIONS[expected]
                expected, steps = status, steps + 1
            photo.refresh_from_db()
            assert photo.credit_status == expected
        assert CreditDecision.objects.filter(photo=photo).count() == steps


def test_nobody_approves_the_rights_they_changed_last():
    photo = PhotoFactory(rights_changed_by=UserFactory())
    with pytest.raises(ValidationError, match="Свой снимок"):
        decide(photo, CreditStatus.APPROVED, photo.rights_changed_by)


def test_a_photo_of_people_without_consent_is_never_approved():
    with pytest.raises(ValidationError, match="согласия которых нет"):
        decide(PhotoFactory(people_shown="no-consent"), CreditStatus.APPROVED, UserFactory())


def test_a_photo_can_not_be_made_approved_without_a_decision():
    photo = PhotoFactory(credit_status=CreditStatus.APPROVED)
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING
    photo.credit_status = CreditStatus.APPROVED
    photo.save()
    photo.save(update_fields=["credit_status", "title"])
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_changing_one_right_alone_sends_the_photo_back_too():
    photo = approved_photo()
    photo.usage_terms = "Только в печати"
    photo.save(update_fields=["usage_terms"])
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.PENDING


def test_taking_the_description_away_makes_an_approved_photo_a_draft_again():
    photo = approved_photo()
    photo.alt_text = ""
    photo.save()
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.DRAFT


def test_reopening_is_kept_with_who_caused_it_and_the_new_rights():
    photo, editor = approved_photo(), UserFactory()
    photo.own_credit_line, photo.rights_changed_by = "Другая подпись", editor
    photo.save()
    decision = photo.decisions.first()
    assert (decision.from_status, decision.to_status, decision.decided_by) == ("approved", "pending", editor)
    assert decision.rights_snapshot["own_credit_line"] == "Другая подпись"


def test_changing_what_no_decision_rests_on_keeps_the_approval():
    photo = approved_photo()
    photo.title, photo.place = "Другое название", "Цех № 2"
    photo.save()
    photo.refresh_from_db()
    assert photo.credit_status == CreditStatus.APPROVED
    assert photo.decisions.count() == 1
