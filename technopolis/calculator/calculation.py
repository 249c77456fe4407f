"""The arithmetic: each year's taxes under both regimes, to the kopeck."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from technopolis.calculator.inputs import Inputs
from technopolis.calculator.rate_book import RateBook
from technopolis.enums import Tax
from technopolis.models import TaxRate

KOPECK = Decimal("0.01")
HUNDRED = Decimal(100)
NOTHING = Decimal(0)


@dataclass(frozen=True)
class TaxLine:
    """One tax of one year under both regimes, with the rates it was worked out by."""

    tax: str
    base: Decimal
    resident_rate: TaxRate
    ordinary_rate: TaxRate
    resident: Decimal
    ordinary: Decimal

    @property
    def saving(self) -> Decimal:
        """How much less the resident pays."""
        return self.ordinary - self.resident


@dataclass(frozen=True)
class YearLine:
    """One year."""

    year: int
    taxes: tuple[TaxLine, ...]

    @property
    def resident(self) -> Decimal:
        """What the resident pays."""
        return sum((line.resident for line in self.taxes), NOTHING)

    @property
    def ordinary(self) -> Decimal:
        """What the same company pays elsewhere."""
        return sum((line.ordinary for line in self.taxes), NOTHING)

    @property
    def saving(self) -> Decimal:
        """How much less the resident pays."""
        return self.ordinary - self.resident


@dataclass(frozen=True)
class Deferred:
    """Customs payments the free customs zone puts off; no saving.

    A payment is unknown without a published rate, or while no published rate frees a resident from it.
    """

    duty: Decimal | None
    vat: Decimal | None
    vat_percent: Decimal | None

    @property
    def total(self) -> Decimal | None:
        """Both together; unknown while one of them is."""
        return None if self.duty is None or self.vat is None else self.duty + self.vat


@dataclass(frozen=True)
class Calculation:
    """The answer: every year, and what is put off at the customs."""

    inputs: Inputs
    years: tuple[YearLine, ...]
    deferred: Deferred | None

    @property
    def resident(self) -> Decimal:
        """What the resident pays in all years."""
        return sum((year.resident for year in self.years), NOTHING)

    @property
    def ordinary(self) -> Decimal:
        """What the same company pays elsewhere in all years."""
        return sum((year.ordinary for year in self.years), NOTHING)

    @property
    def saving(self) -> Decimal:
        """How much less the resident pays in all years."""
        return self.ordinary - self.resident


def calculate(inputs: Inputs, book: RateBook) -> Calculation:
    """Work out the taxes of every year.

    Raises:
        MissingRateError: a year has no ordinary rate of a tax that is to be paid.
    """
    years = tuple(_year(inputs, book, passed) for passed in range(inputs.years))
    return Calculation(inputs, years, _deferred(inputs, book))


def _year(inputs: Inputs, book: RateBook, passed: int) -> YearLine:
    bases = ((Tax.PROFIT, inputs.profit), (Tax.PROPERTY, inputs.property_value), (Tax.LAND, inputs.land_value))
    year = inputs.start_year + passed
    lines = []
    for tax, base in bases:
        if not base:
            continue
        resident, ordinary = book.resident(tax, year, passed), book.ordinary(tax, year)
        lines.append(
            TaxLine(tax, base, resident, ordinary, _share(base, resident.percent), _share(base, ordinary.percent))
        )
    return YearLine(year, tuple(lines))


def _deferred(inputs: Inputs, book: RateBook) -> Deferred | None:
    if not inputs.equipment:
        return None
    year = inputs.start_year
    duty = _share(inputs.equipment, inputs.duty_percent)
    percent = book.import_vat(year)
    is_vat_known = percent is not None and book.frees_from(Tax.IMPORT_VAT, year)
    return Deferred(
        duty=duty if book.frees_from(Tax.IMPORT_DUTY, year) else None,
        vat=_share(inputs.equipment + duty, percent) if is_vat_known and percent is not None else None,
        vat_percent=percent,
    )


def _share(base: Decimal, percent: Decimal) -> Decimal:
    return (base * percent / HUNDRED).quantize(KOPECK, ROUND_HALF_UP)
