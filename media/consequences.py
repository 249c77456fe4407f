"""What follows from decisions on credits: files made or deleted, held pages released, letters sent."""

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from media.enums import CreditStatus
from media.file_work import ask_for_files
from media.letters import TOLD_TO_UPLOADER, tell_uploader
from media.renditions import drop_renditions
from media.scheduling import release_held
from media.withdrawal import forget_files

if TYPE_CHECKING:
    from media.models import CreditDecision


def follow_decisions(decisions: Collection["CreditDecision"]) -> None:
    """Do at once what hides photos; leave to tasks, once the transaction commits, what takes its time."""
    drop_renditions([decision.photo for decision in decisions if _changes_what_is_public(decision)])
    approved = [decision.photo_id for decision in decisions if decision.to_status == CreditStatus.APPROVED]
    ask_for_files(approved)
    withdrawn = [decision.photo_id for decision in decisions if decision.to_status == CreditStatus.WITHDRAWN]
    if withdrawn:
        transaction.on_commit(lambda: forget_files.enqueue(withdrawn))
    told = _told(decisions)
    transaction.on_commit(lambda: _start_tasks(bool(approved), told))


def _changes_what_is_public(decision: "CreditDecision") -> bool:
    """Tell whether files may be there that must not: an approval may find those of a former, interrupted one."""
    hides = decision.from_status == CreditStatus.APPROVED
    return hides or decision.to_status in {CreditStatus.APPROVED, CreditStatus.WITHDRAWN}


def _start_tasks(has_approved: bool, told: dict[int, list[int]]) -> None:
    if has_approved:
        release_held.enqueue()
    for user_key, decision_keys in told.items():
        tell_uploader.enqueue(user_key, decision_keys)


def _told(decisions: Collection["CreditDecision"]) -> dict[int, list[int]]:
    """Return what each uploader hears of: what others, or the clock, have decided on their photos."""
    told: dict[int, list[int]] = defaultdict(list)
    for decision in decisions:
        uploader = decision.photo.uploaded_by_user_id
        if uploader and uploader != decision.decided_by_id and decision.to_status in TOLD_TO_UPLOADER:
            told[uploader].append(decision.pk)
    return told
