"""Deciding on credits: the only code that changes a credit's state."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from media.consequences import follow_decisions
from media.enums import LEGAL_TRANSITIONS, CreditStatus, PeopleShown
from media.models import CreditDecision, Photo
from media.models.photo import private_storage
from media.seen_credits import Seen, refusals_of_unseen
from media.uploads.documents import keep_document
from media.withdrawal import check_withdrawal

Moderator = AbstractBaseUser | AnonymousUser | None

NEEDS_REASON = frozenset({CreditStatus.REJECTED, CreditStatus.DISPUTED, CreditStatus.REVOKED})


@dataclass(frozen=True)
class Refusal:
    """A photo on which it was not decided, and why."""

    photo: Photo
    message: str


def decide(
    photo: Photo,
    status: str,
    user: Moderator,
    reason: str = "",
    evidence: File | None = None,
    seen: Seen | None = None,
) -> CreditDecision:
    """Move the credit of ``photo`` to ``status`` and keep the decision.

    ``seen`` is what the user saw of it; ``user`` is ``None`` only for what the clock decides.

    Raises:
        AlreadyDecided: the credit is no longer as it was seen.
        ValidationError: the step is not legal, lacks its reason or its rights, or breaks the four-eyes rule; or the
            storage does not take the evidence.
    """
    with transaction.atomic():
        locked = Photo._base_manager.select_for_update(of=("self",)).get(pk=photo.pk)
        if seen is not None:
            _check_seen(locked, seen)
        _check(locked, status, user, reason)
        decision = new_decision(locked, status, user, reason)
        if evidence is not None:
            decision.evidence = keep_document(private_storage(), "evidence", evidence)  # type: ignore[assignment]
        decision.save()
        _write_status(locked, status)
    photo.credit_status = status
    return decision


def _write_status(photo: Photo, status: str) -> None:
    photo.credit_status = status
    if status == CreditStatus.WITHDRAWN:  # what follows a save, the search and the lists of uses, must not know it
        Photo._base_manager.filter(pk=photo.pk).update(credit_status=status)
        return
    photo._deciding = True
    photo.save(update_fields=["credit_status"])
    photo._deciding = False


def decide_many(
    keys: Collection[int],
    status: str,
    user: Moderator,
    reason: str = "",
    seen: Mapping[int, Seen] | None = None,
) -> tuple[list[CreditDecision], list[Refusal]]:
    """Decide on many photos in one transaction, in a number of queries that does not grow with them.

    ``seen`` is what the user saw of each. Photos on which it may not be decided, or which are no longer so, are left
    as they are and returned with their reasons.
    """
    with transaction.atomic():
        photos = Photo._base_manager.select_for_update(of=("self",)).select_related("rights_holder").in_bulk(list(keys))
        decisions, refusals = [], []
        digests = last_digests(list(photos))
        unseen = {} if seen is None else refusals_of_unseen(photos.values(), seen)
        for photo in photos.values():
            try:
                if photo.pk in unseen:
                    raise unseen[photo.pk]
                _check(photo, status, user, reason)
            except ValidationError as error:
                refusals.append(Refusal(photo, " ".join(error.messages)))
                continue
            decision = new_decision(photo, status, user, reason)
            decision.seal(digests.get(photo.pk, ""))
            decisions.append(decision)
        CreditDecision.objects.bulk_create(decisions)
        Photo.objects.filter(pk__in=[decision.photo_id for decision in decisions]).update(credit_status=status)
        follow_decisions(decisions)
    return decisions, refusals


def refusal_of(photo: Photo, status: str, user: Moderator, reason: str = "") -> str:
    """Return why the photo may not be moved to ``status`` by ``user``; empty when it may."""
    try:
        _check(photo, status, user, reason)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def last_digests(keys: Sequence[int]) -> dict[int, str]:
    """Return the digest of the newest decision on each photo."""
    rows = CreditDecision.objects.filter(photo_id__in=keys).order_by("pk").values_list("photo_id", "digest")
    return dict(rows)


def new_decision(photo: Photo, status: str, user: Moderator, reason: str) -> CreditDecision:
    """Return a decision that is not written yet, with the rights as they are."""
    return CreditDecision(  # type: ignore[misc]
        photo=photo,
        from_status=photo.credit_status,
        to_status=status,
        decided_by=user,
        reason=reason,
        rights_snapshot=photo.rights_snapshot(),
    )


def _check_seen(photo: Photo, seen: Seen) -> None:
    refusal = refusals_of_unseen([photo], {photo.pk: seen}).get(photo.pk)
    if refusal is not None:
        raise refusal


def _check(photo: Photo, status: str, user: Moderator, reason: str) -> None:
    if status not in LEGAL_TRANSITIONS[photo.credit_status]:
        names = {"before": photo.get_credit_status_display(), "after": CreditStatus(status).label}
        raise ValidationError(_("Из состояния «%(before)s» нельзя перейти в «%(after)s».") % names)
    if status in NEEDS_REASON and not reason.strip():
        raise ValidationError(_("Напишите причину: её увидит тот, кто загрузил снимок."))
    if status in {CreditStatus.PENDING, CreditStatus.APPROVED}:
        _check_complete(photo)
    if status == CreditStatus.WITHDRAWN:
        check_withdrawal(photo, user)
    if status == CreditStatus.APPROVED:
        _check_consent(photo)
        _check_term(photo)
        _check_four_eyes(photo, user)


def _check_complete(photo: Photo) -> None:
    missing = photo.missing_for_decision()
    if missing:
        raise ValidationError(_("Не заполнено: %(fields)s.") % {"fields": ", ".join(missing)})


def _check_consent(photo: Photo) -> None:
    if photo.people_shown == PeopleShown.NO_CONSENT:
        raise ValidationError(_("На снимке люди, согласия которых нет: одобрить его нельзя."))


def _check_term(photo: Photo) -> None:
    if photo.term_is_over:
        raise ValidationError(
            _("Срок прав истёк %(day)s: продлите его, потом одобряйте.")
            % {"day": photo.rights_valid_until.strftime("%d.%m.%Y")}  # type: ignore[union-attr]
        )


def _check_four_eyes(photo: Photo, user: Moderator) -> None:
    if not getattr(settings, "CREDIT_FOUR_EYES", True):
        return
    if user is None or user.pk in {photo.uploaded_by_user_id, photo.rights_changed_by_id}:
        raise ValidationError(_("Свой снимок или свою правку прав одобряет другой человек."))
