"""The calculator's answer in words: rows, charts, formulas."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from portal.core.numbers import format_number, format_percent
from portal.figures.charts import Chart, ChartPoint, Series, step_multiples
from portal.figures.enums import ValueKind
from technopolis.calculator.calculation import Calculation, YearLine
from technopolis.enums import Tax

THOUSAND, MILLION = Decimal(10) ** 3, Decimal(10) ** 6


@dataclass(frozen=True)
class Row:
    """A year of the table."""

    year: int
    resident: str
    ordinary: str
    saving: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A calculation ready for its page; ``zone_until`` is the year the zone ends in, if that is known."""

    calculation: Calculation
    zone_until: int | None = None

    @property
    def rows(self) -> list[Row]:
        """Every year."""
        return [_row(year) for year in self.calculation.years]

    @property
    def has_taxes(self) -> bool:
        """Whether there is any tax to show; with imported equipment alone there is none."""
        return any(year.taxes for year in self.calculation.years)

    @property
    def resident(self) -> str:
        """The resident's taxes in all years."""
        return roubles(self.calculation.resident)

    @property
    def ordinary(self) -> str:
        """The taxes elsewhere in all years."""
        return roubles(self.calculation.ordinary)

    @property
    def saving(self) -> str:
        """The difference."""
        return roubles(self.calculation.saving)

    @cached_property
    def chart(self) -> Chart | None:
        """What is paid year by year, as stairs on one axis."""
        if not self.calculation.resident and not self.calculation.ordinary:
            return None
        years = self.calculation.years
        scale, unit = _scale(max(max(year.resident, year.ordinary) for year in years))
        return step_multiples(
            _("Налоги по годам"),
            [
                Series(_("Резидент зоны"), _steps([(year.year, year.resident) for year in years], scale)),
                Series(_("Обычные условия"), _steps([(year.year, year.ordinary) for year in years], scale)),
            ],
            unit=unit,
            label_heading=_("Год"),
            caption=_("Числа на рисунке округлены, точные — в таблице."),
        )

    @property
    def warning(self) -> str:
        """What is to be said of years in which the zone is no more; empty without such years."""
        ends = self.zone_until
        if ends is None or not self.has_taxes or self.calculation.years[-1].year <= ends:
            return ""
        return _(
            "Зона создана до %(year)d года. Более поздние годы посчитаны так, будто её продлили с теми же ставками."
        ) % {"year": ends}

    @property
    def has_customs(self) -> bool:
        """Whether equipment is brought in."""
        return self.calculation.deferred is not None

    @property
    def duty(self) -> str:
        """The customs duty put off; empty while no published rate frees a resident from it."""
        deferred = self.calculation.deferred
        return roubles(deferred.duty) if deferred and deferred.duty is not None else ""

    @property
    def duty_percent(self) -> str:
        """The rate of the duty as the visitor has given it, named also where they have given none."""
        percent = self.calculation.inputs.duty_percent
        if percent:
            return _("по вашей ставке %(percent)s") % {"percent": format_percent(percent)}
        return _("ставка не вписана, взят ноль")

    @property
    def vat(self) -> str:
        """The tax on imports put off; empty while its rate or the relief is not published."""
        deferred = self.calculation.deferred
        return roubles(deferred.vat) if deferred and deferred.vat is not None else ""

    @property
    def vat_percent(self) -> str:
        """The rate of the tax on imports."""
        deferred = self.calculation.deferred
        return format_percent(deferred.vat_percent) if deferred and deferred.vat_percent is not None else ""

    @property
    def formulas(self) -> list[str]:
        """How each tax is worked out, in words."""
        texts = {
            Tax.PROFIT: _("Налог на прибыль за год = прибыль × ставка года."),
            Tax.PROPERTY: _(
                "Налог на имущество за год = среднегодовая стоимость × ставка; резидент в льготные годы не платит."
            ),
            Tax.LAND: _("Земельный налог за год = кадастровая стоимость × ставка; резидент в льготные годы не платит."),
        }
        used = {line.tax for year in self.calculation.years for line in year.taxes}
        customs = _(
            "На таможне: пошлина = стоимость × ставка, НДС = (стоимость + пошлина) × ставка. Это отсрочка, не экономия."
        )
        return [
            *(text for tax, text in texts.items() if tax in used),
            _("Каждый налог округляется до копейки, половина — вверх. Ставка года — та, что действует 1 января."),
            *([customs] if self.calculation.deferred else []),
        ]


def roubles(amount: Decimal) -> str:
    """Return a sum with its sign and both digits of the kopecks: «82 500 000 ₽», «15,60 ₽»."""
    has_one_digit = bool(amount % 1) and not amount * 10 % 1
    return f"{format_number(amount)}{'0' if has_one_digit else ''}\u00a0₽"


def _row(year: YearLine) -> Row:
    details = tuple(
        f"{Tax(line.tax).label}: "
        f"{format_percent(line.resident_rate.percent)} / {format_percent(line.ordinary_rate.percent)}"
        for line in year.taxes
    )
    return Row(year.year, roubles(year.resident), roubles(year.ordinary), roubles(year.saving), details)


def _scale(highest: Decimal) -> tuple[Decimal, str]:
    """Return in what the drawing counts, so that its numbers are short."""
    if highest >= MILLION:
        return MILLION, _("млн рублей в год")
    return (THOUSAND, _("тыс. рублей в год")) if highest >= THOUSAND else (Decimal(1), _("рублей в год"))


def _steps(amounts: Sequence[tuple[int, Decimal]], scale: Decimal) -> tuple[ChartPoint, ...]:
    """Return a step for each stretch of years in which the same is paid."""
    steps = []
    for amount, group in groupby(amounts, key=lambda pair: pair[1]):
        years = [year for year, _amount in group]
        label = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        short = format_number((amount / scale).quantize(Decimal("0.01")))
        steps.append(ChartPoint(label, amount, roubles(amount), short, kind=ValueKind.DERIVED, span=len(years)))
    return tuple(steps)
