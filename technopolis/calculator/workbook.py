"""The answer as a workbook whose numbers are live formulas: change a yellow cell and everything follows."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from portal.core.spreadsheets.cells import clean_text
from technopolis.calculator.calculation import Calculation
from technopolis.calculator.inputs import Inputs
from technopolis.calculator.rate_book import MissingRateError, RateBook
from technopolis.enums import Tax
from technopolis.models import TaxRate
from technopolis.rate_display import tax_steps

BASES = {Tax.PROFIT: "B3", Tax.PROPERTY: "B4", Tax.LAND: "B5"}
RatePair = tuple[TaxRate, TaxRate]
FIRST_YEAR_ROW = 12
INPUT_FILL = PatternFill("solid", fgColor="FFF3C4")
TITLE = Font(bold=True, size=14)
HEADING = Font(bold=True)
MONEY = "#,##0.00"


def write_workbook(calculation: Calculation, rates: RateBook) -> bytes:
    """Return the workbook: inputs, years, customs, and the rates with their sources.

    Every tax whose rates are known has its columns, also one the visitor has left empty: the cell may be filled in.
    """
    inputs = calculation.inputs
    taxes = {tax: pairs for tax in BASES if (pairs := _rates_of(tax, inputs, rates))}
    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment]
    sheet.title = _("Расчёт")
    _write_inputs(sheet, inputs, taxes)
    _write_customs(sheet, inputs, rates)
    _write_years(sheet, inputs, taxes)
    _write_sources(book.create_sheet(_("Ставки и источники")), rates.rates)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _rates_of(tax: Tax, inputs: Inputs, rates: RateBook) -> list[RatePair]:
    """Return the resident's and the ordinary rate of every year; nothing where a year has none."""
    passed = range(inputs.years)
    start = inputs.start_year
    try:
        return [(rates.resident(tax, start + year, year), rates.ordinary(tax, start + year)) for year in passed]
    except MissingRateError:
        return []


def _write_inputs(sheet: Worksheet, inputs: Inputs, taxes: Mapping[Tax, list[RatePair]]) -> None:
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
    for tax, coordinate in BASES.items():
        if tax not in taxes:
            sheet[coordinate].fill = PatternFill()
            sheet[f"C{coordinate[1:]}"] = _("не считается: ставка не на все годы внесена")
    sheet.column_dimensions["A"].width = 48
    for letter in "BCDEFGHIJKL":
        sheet.column_dimensions[letter].width = 20


def _write_customs(sheet: Worksheet, inputs: Inputs, rates: RateBook) -> None:
    percent = rates.import_vat(inputs.start_year)
    sheet["A8"], sheet["A9"] = _("Пошлина, отсрочка"), _("НДС при ввозе, отсрочка")
    unknown = _("нет данных: льгота не внесена")
    sheet["B8"] = "=ROUND(B6*B7/100,2)" if rates.frees_from(Tax.IMPORT_DUTY, inputs.start_year) else unknown
    if percent is None:
        sheet["B9"] = _("нет данных: ставка не сверена")
    elif rates.frees_from(Tax.IMPORT_VAT, inputs.start_year):
        sheet["B9"], sheet["C9"] = "=ROUND((B6+ROUND(B6*B7/100,2))*C9/100,2)", percent
        sheet["C9"].fill = INPUT_FILL
    else:
        sheet["B9"] = unknown
    sheet["B8"].number_format = sheet["B9"].number_format = MONEY


def _write_years(sheet: Worksheet, inputs: Inputs, taxes: Mapping[Tax, list[RatePair]]) -> None:
    headings = [_("Год")]
    for tax in taxes:
        label = str(tax.label)
        headings += [_("%(tax)s: резидент, %%") % {"tax": label}, _("%(tax)s: обычно, %%") % {"tax": label}]
    headings += [_("Платит резидент"), _("Платят обычно"), _("Разница")]
    for column, heading in enumerate(headings, start=1):
        sheet.cell(FIRST_YEAR_ROW - 1, column, heading).font = HEADING
    totals = 2 + 2 * len(taxes)
    last = FIRST_YEAR_ROW + inputs.years - 1
    for passed, row in enumerate(range(FIRST_YEAR_ROW, last + 1)):
        sheet.cell(row, 1, inputs.start_year + passed)
        for position, pairs in enumerate(taxes.values()):
            for offset, rate in enumerate(pairs[passed]):
                sheet.cell(row, 2 + 2 * position + offset, rate.percent).fill = INPUT_FILL
        for offset in (0, 1):
            sheet.cell(row, totals + offset, _sum_of_taxes(sheet, row, taxes, offset)).number_format = MONEY
        resident, ordinary = (sheet.cell(row, totals + offset).coordinate for offset in (0, 1))
        sheet.cell(row, totals + 2, f"={ordinary}-{resident}").number_format = MONEY
    sheet.cell(last + 1, 1, _("Всего")).font = HEADING
    for column in range(totals, totals + 3):
        letter = sheet.cell(1, column).column_letter
        cell = sheet.cell(last + 1, column, f"=SUM({letter}{FIRST_YEAR_ROW}:{letter}{last})")
        cell.font, cell.number_format = HEADING, MONEY


def _sum_of_taxes(sheet: Worksheet, row: int, taxes: Iterable[Tax], offset: int) -> str:
    parts = [
        f"ROUND({BASES[tax]}*{sheet.cell(row, 2 + 2 * position + offset).coordinate}/100,2)"
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
            told = [
                steps.title, str(rate.get_regime_display()), rate.percent, step.term, rate.legal_basis,
                f"{source.publisher}: {source.title}" if source else "", source.url if source else "",
                step.as_of, "; ".join(step.remarks),
            ]  # fmt: skip
            sheet.append([clean_text(cell) if isinstance(cell, str) else cell for cell in told])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for letter in "ABCDEFGHI":
        sheet.column_dimensions[letter].width = 28
