import hashlib
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from media.decisions import decide
from media.enums import CreditStatus
from media.journal import broken_links
from media.models import CreditDecision, Photo
from media.tests.factories import PhotoFactory, UserFactory, approved_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided():
    photo = approved_photo()
    decide(photo, CreditStatus.REVOKED, UserFactory(), "отзыв")
    decide(photo, CreditStatus.PENDING, UserFactory())
    return photo


def run_sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_each_decision_carries_the_digest_of_the_one_before(decided):
    third, second, first = decided.decisions.order_by("-pk")
    assert (first.previous_digest, second.previous_digest, third.previous_digest) == ("", first.digest, second.digest)
    assert list(broken_links()) == []
    call_command("check_credit_journal", stdout=io.StringIO())


def test_a_decision_changed_past_the_models_is_found(decided):
    second = decided.decisions.order_by("pk")[1]
    run_sql("UPDATE media_creditdecision SET reason = 'другое' WHERE id = %s", second.pk)
    assert list(broken_links()) == [f"photo {decided.pk}: decision {second.pk} was changed"]
    with pytest.raises(CommandError):
        call_command("check_credit_journal", stdout=io.StringIO())


def test_a_decision_removed_past_the_models_is_found(decided):
    _first, second, third = decided.decisions.order_by("pk")
    run_sql("DELETE FROM media_creditdecision WHERE id = %s", second.pk)
    assert list(broken_links()) == [f"photo {decided.pk}: a decision before {third.pk} is missing"]


def test_a_state_changed_past_the_models_is_found(decided):
    Photo.objects.filter(pk=decided.pk).update(credit_status=CreditStatus.REJECTED)
    fresh = PhotoFactory()
    Photo.objects.filter(pk=fresh.pk).update(credit_status=CreditStatus.APPROVED)
    assert len(list(broken_links())) == 2


def test_many_decisions_are_neither_changed_nor_deleted(decided):
    with pytest.raises(PermissionDenied):
        CreditDecision.objects.all().update(reason="другое")
    with pytest.raises(PermissionDenied):
        CreditDecision.objects.all().delete()
    with pytest.raises(PermissionDenied):
        decided.decisions.update(reason="другое")


def test_the_evidence_s_content_is_sealed_too():
    decision = decide(PhotoFactory(), CreditStatus.APPROVED, UserFactory(), evidence=ContentFile(b"letter", "l.txt"))
    assert decision.evidence_digest == hashlib.sha256(b"letter").hexdigest()
    assert CreditDecision.objects.get().computed_digest() == decision.digest


def test_two_decisions_never_follow_the_same_one(decided):
    last = decided.decisions.order_by("-pk").first()
    fork = CreditDecision(photo=decided, from_status="draft", to_status="pending")
    fork.seal(last.previous_digest)
    with pytest.raises(IntegrityError), transaction.atomic():
        CreditDecision.objects.bulk_create([fork])
