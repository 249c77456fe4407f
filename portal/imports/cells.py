"""Turns the text of a cell into a value that can be kept, or says what is wrong with it."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.numbers import typed_partial_date

CLEARED = frozenset({"—", "–", "-"})
TRUE_WORDS = frozenset({"да", "yes", "true", "1", "+", "истина"})
FALSE_WORDS = frozenset({"нет", "no", "false", "0", "ложь"})
_DAY_SPELLINGS = ("%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%d %H:%M", "%d.%m.%y")
_NUMBER = re.compile(r"[+-]?[0-9]{1,16}(?:\.[0-9]{1,10})?")
_EXPONENT = re.compile(r"\d+([.,]\d+)?[eEеЕ]\+?\d+")
_LONGEST_ADDRESS = 1000
_LONGEST_PARTIAL_DATE = 10

Parser = Callable[[str], Any]


class CellProblem(Exception):
    """The cell can't be used; the message is for the editor."""


def text_cell(longest: int) -> Parser:
    """Return a parser of a text on one line."""

    def parse(text: str) -> str:
        joined = " ".join(text.split())
        if len(joined) > longest:
            raise CellProblem(_("Длиннее %(longest)d знаков (%(given)d).") % {"longest": longest, "given": len(joined)})
        return joined

    return parse


def long_text_cell(text: str) -> str:
    """Return a text of any length with its own lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def validated_cell(parse: Parser, *validators: Callable[[Any], None]) -> Parser:
    """Return a parser whose value must also satisfy a model's validators; their words are shown."""

    def parse_and_check(text: str) -> Any:
        value = parse(text)
        try:
            for validate in validators:
                validate(value)
        except ValidationError as error:
            raise CellProblem(" ".join(error.messages)) from error
        return value

    return parse_and_check


def number_cell(text: str) -> str:
    """Return a decimal number, written any usual way, as its digits.

    Raises:
        CellProblem: it is no number.
    """
    compact = "".join(text.split()).replace(",", ".").replace("\u2212", "-")
    if _EXPONENT.fullmatch(compact):
        raise CellProblem(_("Excel сократил число. Задайте ячейке числовой формат и впишите его целиком."))
    if not _NUMBER.fullmatch(compact):
        raise CellProblem(_("Это не число."))
    return f"{Decimal(compact).normalize():f}"


def integer_cell(text: str) -> int:
    """Return a whole number.

    Raises:
        CellProblem: it is none.
    """
    number = number_cell(text)
    if "." in number:
        raise CellProblem(_("Нужно целое число."))
    return int(number)


def boolean_cell(text: str) -> bool:
    """Return «да» or «нет».

    Raises:
        CellProblem: it is neither.
    """
    word = text.casefold()
    if word not in TRUE_WORDS | FALSE_WORDS:
        raise CellProblem(_("Напишите «да» или «нет»."))
    return word in TRUE_WORDS


def day_cell(text: str) -> str:
    """Return a day as 2025-10-29.

    Raises:
        CellProblem: there is no such day.
    """
    for spelling in _DAY_SPELLINGS:
        try:
            found = datetime.strptime(text, spelling).date()
        except ValueError:
            continue
        if date(1900, 1, 1) <= found <= date(2200, 12, 31):
            return found.isoformat()
    raise CellProblem(_("Напишите день как 2025-10-29 или 29.10.2025."))


def partial_date_cell(text: str) -> str:
    """Return a date known to the day, the month or the year as it is stored; whether there is one is not looked at."""
    return str(text_cell(_LONGEST_PARTIAL_DATE)(typed_partial_date(text)))


_LIKELY_CAUSES = {
    True: gettext_lazy(
        "Похоже, Excel отбросил ноль в начале. Задайте ячейке текстовый формат и впишите номер целиком."
    ),
    False: gettext_lazy("Лишние или недостающие цифры."),
}


def identifier_cell(validate: Callable[[str], None], lengths: tuple[int, ...]) -> Parser:
    """Return a parser of a registration number: its digits are checked and a likely cause is named."""

    def parse(text: str) -> str:
        digits = "".join(text.split()).replace("-", "")
        if _EXPONENT.fullmatch(digits):
            raise CellProblem(_("Excel сократил номер. Задайте ячейке текстовый формат и впишите номер целиком."))
        if not (digits.isascii() and digits.isdecimal()):
            raise CellProblem(_("В номере могут быть только цифры."))
        try:
            validate(digits)
        except ValidationError as error:
            raise CellProblem(_join(error.messages[0], _cause(digits, validate, lengths))) from error
        return digits

    return parse


def _cause(digits: str, validate: Callable[[str], None], lengths: tuple[int, ...]) -> str | Promise:
    if len(digits) in lengths:
        return ""
    try:
        validate(f"0{digits}")
    except ValidationError:
        return _LIKELY_CAUSES[False]
    return _LIKELY_CAUSES[True]


def _join(*sentences: object) -> str:
    return " ".join(str(sentence) for sentence in sentences if str(sentence))


def address_cell(text: str) -> str:
    """Return the address of a site; nothing is fetched from it.

    Raises:
        CellProblem: it is no public address of the web.
    """
    given = text if "://" in text or ":" in text.split("/")[0] else f"https://{text}"
    try:
        parts = urlsplit(given)
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = parts.port
    except (ValueError, UnicodeError) as error:
        raise CellProblem(_("Это не адрес сайта.")) from error
    if parts.scheme not in ("http", "https") or parts.username is not None or any(mark.isspace() for mark in given):
        raise CellProblem(_("Адрес сайта начинается с http:// или https://."))
    if not _is_public_host(host):
        raise CellProblem(_("Это не адрес сайта в интернете."))
    address = parts._replace(netloc=f"{host}:{port}" if port else host).geturl()
    if len(address) > _LONGEST_ADDRESS:
        raise CellProblem(_("Длиннее %(longest)d знаков (%(given)d).") % {"longest": 1000, "given": len(address)})
    return address


def _is_public_host(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        name, _dot, zone = host.rpartition(".")
        is_named = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", host) is not None
        return bool(name and is_named and not zone.isdigit() and zone not in ("local", "localhost", "internal"))
