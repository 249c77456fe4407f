"""What may stand in a cell, and what must not happen when a spreadsheet opens it."""

import math
import re
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

CellValue = str | int | float | Decimal | date | bool | None

LONGEST_TEXT = 32_767  # what a cell of Excel holds
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
FORMULA_GUARD = "'"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNED_NUMBER = re.compile(r"[+-]\d{1,15}(?:[.,]\d{1,15})?\s?%?")
_PHONE = re.compile(r"\+\d(?:[\s()\u00a0-]{0,3}\d){9,14}(?:\s?(?:доб\.|ext\.)\s?\d{1,6})?")


def clean_text(text: str) -> str:
    """Return the text without what XML can't hold, cut to what a cell holds."""
    return _FORBIDDEN.sub("", text)[:LONGEST_TEXT]


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would compute the text; telephone numbers and signed numbers are no formulas."""
    start = text.lstrip(" \u00a0")
    if not text.startswith(FORMULA_STARTS) and not start.startswith(FORMULA_STARTS):
        return False
    return not (_SIGNED_NUMBER.fullmatch(text) or _PHONE.fullmatch(text))


def without_formula(text: str) -> str:
    """Return the text so that a spreadsheet takes it for text: with an apostrophe before what it would compute."""
    return FORMULA_GUARD + text if looks_like_formula(text) else text


def without_guard(text: str) -> str:
    """Return what :func:`without_formula` was given; used when a file of ours comes back."""
    unguarded = text[len(FORMULA_GUARD) :]
    return unguarded if text.startswith(FORMULA_GUARD) and looks_like_formula(unguarded) else text


def boolean_word(value: bool) -> str:
    """Return «да» or «нет»."""
    return "да" if value else "нет"


def number_text(value: int | float | Decimal) -> str:
    """Return every digit of the number with a point for its decimal mark; nothing for what is no number."""
    if isinstance(value, int):
        return str(value)
    return f"{Decimal(repr(value)) if isinstance(value, float) else value:f}" if math.isfinite(value) else ""


def local_moment(moment: datetime) -> datetime:
    """Return the moment by the clock of the site, without its zone."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment
