"""Checks of what editors and tables say about an organisation."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

COUNTRY_CODE = r"^[A-Z]{2}\Z"
FIRST_YEAR = 1500
_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def _check_digit(digits: list[int]) -> int:
    weights = _WEIGHTS[-len(digits) :]
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 % 10


def validate_inn(text: str) -> None:
    """Accept a taxpayer's number of an organisation or a person with right check digits.

    Raises:
        ValidationError: the length or a check digit is wrong.
    """
    if not (text.isascii() and text.isdigit() and len(text) in {10, 12}):
        raise ValidationError(_("ИНН — десять или двенадцать цифр."))
    digits = [int(digit) for digit in text]
    checked = [len(digits) - 1] if len(digits) == 10 else [10, 11]
    if any(_check_digit(digits[:place]) != digits[place] for place in checked):
        raise ValidationError(_("В ИНН ошибка: не сходится контрольная цифра."))


def validate_ogrn(text: str) -> None:
    """Accept a state registration number of an organisation or a person with a right check digit.

    Raises:
        ValidationError: the length or the check digit is wrong.
    """
    if not (text.isascii() and text.isdigit() and len(text) in {13, 15}):
        raise ValidationError(_("ОГРН — тринадцать или пятнадцать цифр."))
    if int(text[:-1]) % (len(text) - 2) % 10 != int(text[-1]):
        raise ValidationError(_("В ОГРН ошибка: не сходится контрольная цифра."))


def validate_year(year: int) -> None:
    """Accept a year an organisation can have been founded in.

    Raises:
        ValidationError: the year is in the future or before industry began.
    """
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise ValidationError(_("Такого года основания быть не может."))
