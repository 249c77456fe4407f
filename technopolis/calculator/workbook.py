"""The answer as a workbook whose numbers are live formulas: change a yellow cell and everything follows."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from technopolis.calculator.calculation import Calculation
from technopolis.enums import Tax
from technopolis.models import TaxRate
from technopolis.rate_display import tax_steps

BASES = {Tax.PROFIT: "B3", Tax.PROPERTY: "B4", Tax.LAND: "B5"}
FIRST_YEAR_ROW = 12
INPUT_FILL = PatternFill("solid", fgColor="FFF3C4")
TITLE = Font(bold=True, size=14)
HEADING = Font(bold=True)
MONEY = "#,##0.00"


def write_workbook(calculation: Calculation, rates: Iterable[TaxRate]) -> bytes:
    """Return the workbook: inputs, years, customs, and the rates with their sources."""
    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment]
    sheet.title = _("Расчёт")
    _write_inputs(sheet, calculation)
    _write_years(sheet, calculation)
    _write_sources(book.create_sheet(_("Ставки и источники")), rates)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _write_inputs(sheet: Worksheet, calculation: Calculation) -> None:
    inputs = calculation.inputs
    sheet["A1"] = _("Оценка по опубликованным ставкам, не оферта")
    sheet["A1"].font = TITLE
    sheet["A2"] = _("Жёлтые ячейки можно менять: остальное пересчитается.")
    questions: list[tuple[str, Any]] = [
        (_("Прибыль до налога, руб. в год"), inputs.profit),
        (_("Среднегодовая стоимость имущества, руб."), inputs.property_value),
        (_("Кадастровая стоимость участка, руб."), inputs.land_value),
        (_("Ввозимое оборудование, руб."), inputs.equipment),
        (_("Ставка пошлины на оборудование, %"), inputs.duty_percent),
    ]
    for row, (label, value) in enumerate(questions, start=3):
        sheet.cell(row, 1, label)
        cell = sheet.cell(row, 2, value)
        cell.fill, cell.number_format = INPUT_FILL, MONEY
    deferred = calculation.deferred
    sheet["A8"], sheet["B8"] = _("Пошлина, отсрочка"), "=ROUND(B6*B7/100,2)"
    sheet["A9"] = _("НДС при ввозе, отсрочка")
    known = deferred is not None and deferred.vat_percent is not None
    sheet["B9"] = "=ROUND((B6+B8)*C9/100,2)" if known else _("нет данных: ставка не сверена")
    if known and deferred is not None:
        sheet["C9"] = deferred.vat_percent
        sheet["C9"].fill = INPUT_FILL
    sheet["B8"].number_format = sheet["B9"].number_format = MONEY
    sheet.column_dimensions["A"].width = 48
    for letter in "BCDEFGHIJKL":
        sheet.column_dimensions[letter].width = 20


def _write_years(sheet: Worksheet, calculation: Calculation) -> None:
    taxes = list(dict.fromkeys(line.tax for year in calculation.years for line in year.taxes))
    headings = [_("Год")]
    for tax in taxes:
        label = str(Tax(tax).label)
        headings += [_("%(tax)s: резидент, %%") % {"tax": label}, _("%(tax)s: обычно, %%") % {"tax": label}]
    headings += [_("Платит резидент"), _("Платят обычно"), _("Разница")]
    for column, heading in enumerate(headings, start=1):
        sheet.cell(FIRST_YEAR_ROW - 1, column, heading).font = HEADING
    totals = 2 + 2 * len(taxes)
    for row, year in enumerate(calculation.years, start=FIRST_YEAR_ROW):
        sheet.cell(row, 1, year.year)
        for position, line in enumerate(year.taxes):
            for offset, rate in enumerate((line.resident_rate, line.ordinary_rate)):
                sheet.cell(row, 2 + 2 * position + offset, rate.percent).fill = INPUT_FILL
        for offset in (0, 1):
            sheet.cell(row, totals + offset, _sum_of_taxes(sheet, row, taxes, offset)).number_format = MONEY
        resident, ordinary = (sheet.cell(row, totals + offset).coordinate for offset in (0, 1))
        sheet.cell(row, totals + 2, f"={ordinary}-{resident}").number_format = MONEY
    last = FIRST_YEAR_ROW + len(calculation.years) - 1
    sheet.cell(last + 1, 1, _("Всего")).font = HEADING
    for column in range(totals, totals + 3):
        letter = sheet.cell(1, column).column_letter
        cell = sheet.cell(last + 1, column, f"=SUM({letter}{FIRST_YEAR_ROW}:{letter}{last})")
        cell.font, cell.number_format = HEADING, MONEY


def _sum_of_taxes(sheet: Worksheet, row: int, taxes: list[str], offset: int) -> str:
    parts = [
        f"ROUND({BASES[Tax(tax)]}*{sheet.cell(row, 2 + 2 * position + offset).coordinate}/100,2)"
        for position, tax in enumerate(taxes)
    ]
    return "=" + "+".join(parts) if parts else "=0"


def _write_sources(sheet: Worksheet, rates: Iterable[TaxRate]) -> None:
    headings = (
        _("Налог"),
        _("Режим"),
        _("Ставка, %"),
        _("Срок"),
        _("Основание"),
        _("Источник"),
        _("Адрес"),
        _("На дату"),
        _("Замечания"),
    )
    sheet.append(headings)
    for steps in tax_steps(rates):
        for step in steps.steps:
            rate = step.rate
            source = rate.source
            sheet.append(
                [
                    steps.title, str(rate.get_regime_display()), rate.percent, step.term, rate.legal_basis,
                    f"{source.publisher}: {source.title}" if source else "", source.url if source else "",
                    step.as_of, "; ".join(step.remarks),
                ]
            )  # fmt: skip
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for letter in "ABCDEFGHI":
        sheet.column_dimensions[letter].width = 28
