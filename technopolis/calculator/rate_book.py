"""Which rate holds in which year, under which regime."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from technopolis.enums import Regime, Tax
from technopolis.models import TaxRate


class MissingRateError(ValueError):
    """No rate is known for a year; the message is for the visitor."""

    def __init__(self, tax: str, year: int) -> None:
        self.tax, self.year = tax, year
        super().__init__(
            _("Ставка «%(tax)s» на %(year)d год не внесена, посчитать нельзя. Возьмите другой год начала или срок.")
            % {"tax": Tax(tax).label, "year": year}
        )


@dataclass(frozen=True)
class RateBook:
    """The published rates; a year's rate is the one in force on its first of January."""

    rates: tuple[TaxRate, ...]

    @classmethod
    def read(cls) -> "RateBook":
        """Read the published rates with their sources, in one query."""
        return cls(tuple(TaxRate.objects.published().for_display()))

    def of(self, regime: str, tax: str) -> list[TaxRate]:
        """Return the rates of a tax under a regime in order of time."""
        found = [rate for rate in self.rates if (rate.regime, rate.tax) == (regime, tax)]
        return sorted(found, key=lambda rate: rate.valid_from or date.min)

    def ordinary(self, tax: str, year: int) -> TaxRate:
        """Return the ordinary rate of a year.

        Raises:
            MissingRateError: there is none.
        """
        rate = self._in_force(Regime.ORDINARY, tax, year)
        if rate is None:
            raise MissingRateError(tax, year)
        return rate

    def resident(self, tax: str, year: int, years_passed: int) -> TaxRate:
        """Return the resident's rate of a year; the ordinary one where there is no benefit or its term is over.

        Raises:
            MissingRateError: there is neither.
        """
        rate = self._in_force(Regime.RESIDENT, tax, year)
        is_over = rate is not None and rate.first_years is not None and years_passed >= rate.first_years
        return self.ordinary(tax, year) if rate is None or is_over else rate

    def frees_from(self, tax: str, year: int) -> bool:
        """Tell whether a published rate says that a resident pays none of this tax in a year."""
        rate = self._in_force(Regime.RESIDENT, tax, year)
        return rate is not None and not rate.percent

    def import_vat(self, year: int) -> Decimal | None:
        """Return the ordinary rate of the value-added tax on imports; ``None`` while none is published."""
        rate = self._in_force(Regime.ORDINARY, Tax.IMPORT_VAT, year)
        return rate.percent if rate else None

    def _in_force(self, regime: str, tax: str, year: int) -> TaxRate | None:
        return _holding(self.of(regime, tax), date(year, 1, 1))


def _holding(rates: Iterable[TaxRate], day: date) -> TaxRate | None:
    return next((rate for rate in rates if rate.holds_on(day)), None)
