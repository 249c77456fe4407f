"""Checks of the values editors type for figures and sources."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.numbers import PartialDate, Period

FIRST_YEAR, LAST_YEAR = 1500, 2200
# Addresses under /figures/ that are pages and files of the whole list.
RESERVED_ADDRESSES = frozenset({"changes", "csv", "feed", "geojson", "json", "xlsx"})


def validate_figure_address(slug: str) -> None:
    """Refuse an address that a page of all figures has.

    Raises:
        ValidationError: the address is taken by the portal itself.
    """
    if slug in RESERVED_ADDRESSES:
        raise ValidationError(_("Этот адрес занят самим порталом. Возьмите другой."))


def validate_partial_date(text: str) -> None:
    """Accept a year, a year and month, or a full date, of a time an industry portal can write about.

    Raises:
        ValidationError: the text is none of them, or the year is a slip of the keyboard.
    """
    try:
        parsed = PartialDate.parse(text)
    except ValueError as error:
        raise ValidationError(_("Напишите дату как 2025, 2025-10 или 2025-10-29.")) from error
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise ValidationError(_("Проверьте год: он должен быть от %(first)d до %(last)d."),
                              params={"first": FIRST_YEAR, "last": LAST_YEAR})  # fmt: skip


def validate_published(text: str) -> None:
    """Accept a partial date that has begun: nothing is published, or known, as of a day to come.

    Raises:
        ValidationError: the text is no date of this kind, or the date is yet to come.
    """
    validate_partial_date(text)
    validate_not_future(PartialDate.parse(text).earliest)


def validate_not_future(day: date) -> None:
    """Accept today and the past.

    Raises:
        ValidationError: the day is yet to come.
    """
    if day > timezone.localdate():
        raise ValidationError(_("Эта дата ещё не наступила."))


def validate_period(text: str) -> None:
    """Accept every spelling of a period the formatter understands.

    Raises:
        ValidationError: the period is not understood; the message gives examples.
    """
    try:
        Period.parse(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error
