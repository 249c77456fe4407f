"""Checks of what editors type about exports."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from exports.wording.bases import COMPARABLE_KINDS
from portal.core.numbers import Period


def validate_base_period(text: str) -> None:
    """Accept a period that a growth can be compared with.

    Raises:
        ValidationError: the period is not understood or is of another kind.
    """
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    if period.kind not in COMPARABLE_KINDS:
        raise ValidationError(_("Сравнивают с месяцем, кварталом, полугодием, девятью месяцами или годом."))
