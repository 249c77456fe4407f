"""Form fields' widgets of the figures app."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from portal.core.numbers import format_number, typed_partial_date


class NumberInput(forms.TextInput):
    """Shows a number the way a page does and takes it the way people type it: «755 000», «27,3»."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Return the number with its digits in groups; what is no number stays as it was typed."""
        try:
            return format_number(Decimal(str(value)), "ru")
        except (InvalidOperation, ValueError):
            return super().format_value(value)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was typed with a point for the decimal mark and no spaces."""
        typed = data.get(name)
        if not isinstance(typed, str):
            return typed
        return "".join(typed.split()).replace(",", ".").replace("\u2212", "-")


class PartialDateInput(forms.TextInput):
    """Takes a date known to the day or the month the way people type it too: «29.10.2025», «10.2025»."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the date in the spelling that is stored; what is no date stays as it was typed."""
        typed = data.get(name)
        return typed_partial_date(typed) if isinstance(typed, str) else typed
