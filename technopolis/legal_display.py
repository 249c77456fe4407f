"""The term of a rate or a benefit in words, and what an attentive reader must know of it."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.numbers import PartialDate
from technopolis.site_display import status_remark

if TYPE_CHECKING:
    from technopolis.models.legal_record import LegalRecord


def term_text(record: "LegalRecord") -> str:
    """Return when the record holds: «до конца 2027 года», «2028–2032 годы», «с 2033 года», «первые 10 лет»."""
    if record.first_years:
        return ngettext("первый %(count)d год", "первые %(count)d лет", record.first_years) % {
            "count": record.first_years
        }
    begins, ends = record.valid_from, record.valid_until
    if begins and ends and _whole_years(begins, ends):
        return _("%(first)d–%(last)d годы") % {"first": begins.year, "last": ends.year}
    if begins and ends:
        return _("с %(first)s по %(last)s") % {"first": _day(begins), "last": _day(ends)}
    if ends:
        is_end_of_year = (ends.month, ends.day) == (12, 31)
        return (
            _("до конца %(year)d года") % {"year": ends.year}
            if is_end_of_year
            else _("по %(day)s") % {"day": _day(ends)}
        )
    if begins:
        is_first_day = (begins.month, begins.day) == (1, 1)
        return _("с %(year)d года") % {"year": begins.year} if is_first_day else _("с %(day)s") % {"day": _day(begins)}
    return ""


def _whole_years(begins: date, ends: date) -> bool:
    return (begins.month, begins.day, ends.month, ends.day) == (1, 1, 12, 31)


def _day(day: date) -> str:
    return PartialDate(day.year, day.month, day.day).text()


def legal_remarks(record: "LegalRecord", today: date) -> tuple[str, ...]:
    """Return what is to be said on ``today``: the term is over, not confirmed, not held against the law."""
    remarks = [
        _("срок истёк") if record.is_past(today) else "",
        status_remark(record.status),
        "" if not record.needs_verification(today) else _verification(record),
    ]
    return tuple(filter(None, remarks))


def _verification(record: "LegalRecord") -> str:
    if record.verified_on is None:
        return _("с текстом закона не сверено")
    return _("сверено %(day)s, пора сверить снова") % {"day": _day(record.verified_on)}
