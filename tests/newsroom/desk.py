"""What editors change in one photo, and what people do to many photos and holders at once."""

from datetime import timedelta

from django.utils import timezone

from media.bulk_changes import decide_in_bulk, fill_rights, undo_bulk_change
from media.holders import merge_holders, undo_holder_change
from media.models import BulkChange, HolderChange, RightsHolder
from tests.newsroom.steps import fresh


def term(days):
    """Return a change of the last day of the rights, so many days from today."""
    return lambda office: timezone.localdate() + timedelta(days=days)


EDITS = {
    "alt_text": lambda office: "",
    "file": lambda office: office.new_file(),
    "people_shown": lambda office: "no-consent",
    "rights_valid_until": term(1),
    "usage_terms": lambda office: "Только на портале",
}


def approve_all(office):
    """Approve whatever waits."""
    decide_in_bulk("approve", office.photos, office.moderator)


def reject_all(office):
    """Reject whatever waits."""
    decide_in_bulk("reject", office.photos, office.moderator, "причина")


def fill_all(office):
    """Give all photos of the shoot one place and a term."""
    values = {"place": f"Цех {BulkChange.objects.count()}", "rights_valid_until": term(1)(office)}
    fill_rights(office.photos, values, office.editor)


def undo_last(office):
    """Take the last action on many photos back."""
    last = BulkChange.objects.first()
    if last is not None:
        undo_bulk_change(last, office.moderator)


def upload(office):
    """Bring a new photo in and approve it."""
    if len(office.photos) < 5:
        office.add_photo()
        decide_in_bulk("approve", office.photos[-1:], office.moderator)


def merge_or_part_holders(office):
    """Merge the two holders, or part them again."""
    change = HolderChange.objects.filter(undone_at=None).first()
    if change is not None:
        undo_holder_change(change, office.moderator)
        return
    one, other = RightsHolder.objects.filter(pk__in=[holder.pk for holder in office.holders])
    merge_holders(one, other, office.moderator)


def rename_holder(office):
    """Give a holder another name and usual line."""
    holder = RightsHolder.objects.order_by("pk").first()
    holder.name = holder.credit_line = f"Завод {HolderChange.objects.count()}"
    holder.save()


def unpublish_all(office):
    """Take records and sections off the site."""
    for record in [*office.with_photos, *office.sections]:
        fresh(record).unpublish()


OFFICE_WORK = {
    work.__name__: work
    for work in (
        approve_all, fill_all, merge_or_part_holders, reject_all, rename_holder, undo_last, unpublish_all, upload,
    )
}  # fmt: skip
