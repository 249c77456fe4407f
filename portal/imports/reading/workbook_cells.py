"""What a cell of a workbook says, as text: whole numbers without a point, dates as 2025-10-29."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl.utils.escape import unescape

from portal.core.spreadsheets.cells import boolean_word
from portal.core.spreadsheets.xlsx_parts import LONGEST_EXACT_INTEGER
from portal.imports.reading.table import FaultyCell, clean_cell

_ERA_1900 = datetime(1899, 12, 30)
_ERA_1904 = datetime(1904, 1, 1)
_FALSE_LEAP_DAY = 60  # Excel believes in 29 February 1900


class CellReader:
    """Turns the content of cells of one workbook into text."""

    def __init__(self, strings: list[str], date_styles: frozenset[int], counts_from_1904: bool) -> None:
        self.strings = strings
        self.date_styles = date_styles
        self.era = _ERA_1904 if counts_from_1904 else _ERA_1900

    def read(self, content: str, attributes: dict[str, str], *, has_formula: bool) -> str:
        """Return the cell's text, or a faulty cell with its reason."""
        kind = attributes.get("t", "n")
        if not content:
            return FaultyCell("=…", _("Формула без посчитанного значения.")) if has_formula else ""
        match kind:
            case "s":
                return self.shared(content)
            case "n":
                return self.number(content, attributes.get("s", ""))
            case "b":
                return boolean_word(content == "1")
            case "e":
                return FaultyCell(content, _("В ячейке ошибка %(error)s.") % {"error": content[:20]})
            case "d":
                return content[:10]
            case _:
                return clean_cell(unescaped(content))

    def shared(self, content: str) -> str:
        """Return a string of the workbook's table."""
        if content.isdecimal() and int(content) < len(self.strings):
            return self.strings[int(content)]
        return FaultyCell(content, _("Текст ячейки потерян: файл повреждён."))

    def number(self, content: str, style: str) -> str:
        """Return a number or the date it is shown as."""
        try:
            value = float(content)
        except ValueError:
            return FaultyCell(content, _("Это не число."))
        if style.isdecimal() and int(style) in self.date_styles:
            return self.date(value)
        if value.is_integer():
            if abs(value) >= LONGEST_EXACT_INTEGER:
                return FaultyCell(content, _("В числе больше 15 цифр: Excel заменил последние нулями. Задайте текст."))
            return str(int(value))
        return f"{Decimal(repr(value)):f}" if value - value == 0 else FaultyCell(content, _("Это не число."))

    def date(self, serial: float) -> str:
        """Return a day, with its time if it has one; no day has a negative number or lies beyond the year 9999."""
        try:
            moment = self.moment(serial)
        except (OverflowError, ValueError):
            return FaultyCell(f"{serial:g}", _("Такой даты нет."))
        is_day = moment.time() == datetime.min.time()
        return moment.date().isoformat() if is_day else f"{moment:%Y-%m-%d %H:%M}"

    def moment(self, serial: float) -> datetime:
        """Return the moment a serial number stands for.

        Raises:
            ValueError: it is negative or no number.
            OverflowError: it lies beyond what a date can say.
        """
        if not serial >= 0:
            raise ValueError(serial)
        days = serial + 1 if self.era is _ERA_1900 and serial < _FALSE_LEAP_DAY else serial
        return self.era + timedelta(seconds=round(days * 86_400))


def unescaped(text: str) -> str:
    """Return the text with what the format writes as «_x000D_» put back."""
    return unescape(text) if "_x" in text else text
