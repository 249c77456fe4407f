"""Keeps the tables that lists and reports of the admin hand out from being computed by a spreadsheet."""

from typing import Any

from django.utils.encoding import force_str, is_protected_type
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from portal.core.spreadsheets.cells import clean_text, without_formula

_cell_of_the_view = SpreadsheetExportMixin.preprocess_field_value


def connect() -> None:
    """Have every list and report, Wagtail's and ours, write its cells by :func:`harmless_cell`."""
    SpreadsheetExportMixin.preprocess_field_value = harmless_cell


def harmless_cell(view: Any, field: str, value: Any, export_format: str) -> Any:
    """Return the cell as the view has it, but its text as text: CSV can say so only by an apostrophe before it.

    In a workbook the cell's type says it; there only what no workbook can hold is left out.
    """
    cell = _cell_of_the_view(view, field, value, export_format)
    if is_protected_type(cell):
        return cell
    text = clean_text(force_str(cell))
    return without_formula(text) if export_format == view.FORMAT_CSV else text
