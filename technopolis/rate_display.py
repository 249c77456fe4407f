"""Rates as pages show them: every step of a tax together, each with its term, its source and its remarks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.numbers import PERCENT, Comparator, PartialDate, format_figure, format_percent
from technopolis.enums import Regime
from technopolis.site_display import date_text, status_remark

if TYPE_CHECKING:
    from technopolis.models import TaxRate


@dataclass(frozen=True)
class RateDisplay:
    """One rate in words."""

    rate: "TaxRate"
    percent: str
    spoken: str
    machine: str
    term: str
    parts: str
    as_of: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class TaxSteps:
    """A tax under a regime with all its steps: one step is never shown without the others."""

    tax: str
    title: str
    regime: str
    steps: tuple[RateDisplay, ...]

    @property
    def is_for_residents(self) -> bool:
        """Whether these are a resident's rates."""
        return self.regime == Regime.RESIDENT


def tax_steps(rates: Iterable["TaxRate"], today: date | None = None) -> list[TaxSteps]:
    """Return the rates tax by tax and regime by regime, each with its steps in order of time."""
    day = today or timezone.localdate()
    ordered = sorted(rates, key=lambda rate: (rate.regime != Regime.RESIDENT, rate.tax, rate.valid_from or date.min))
    return [
        TaxSteps(tax, steps[0].get_tax_display(), regime, tuple(display_rate(rate, day) for rate in steps))
        for (regime, tax), steps in (
            (key, list(group)) for key, group in groupby(ordered, key=lambda rate: (rate.regime, rate.tax))
        )
    ]


def resident_rates() -> list[TaxSteps]:
    """Return the published rates of residents, read in one query."""
    model = apps.get_model("technopolis", "TaxRate")
    return tax_steps(model.objects.published().for_display().filter(regime=Regime.RESIDENT))


def display_rate(rate: "TaxRate", today: date) -> RateDisplay:
    """Return ``rate`` in words, with what an attentive reader must know on ``today``."""
    formatted = format_figure(Comparator.EXACTLY, rate.percent.normalize(), PERCENT)
    return RateDisplay(
        rate=rate,
        percent=formatted.value,
        spoken=formatted.spoken,
        machine=formatted.machine_value,
        term=term_text(rate),
        parts=_parts(rate),
        as_of=date_text(rate.as_of),
        remarks=tuple(filter(None, _remarks(rate, today))),
    )


def term_text(rate: "TaxRate") -> str:
    """Return when the rate holds: «до конца 2027 года», «2028–2032 годы», «с 2033 года», «первые 10 лет»."""
    if rate.first_years:
        return ngettext("первый %(count)d год", "первые %(count)d лет", rate.first_years) % {"count": rate.first_years}
    begins, ends = rate.valid_from, rate.valid_until
    if begins and ends and _whole_years(begins, ends):
        return _("%(first)d–%(last)d годы") % {"first": begins.year, "last": ends.year}
    if begins and ends:
        return _("с %(first)s по %(last)s") % {"first": _day(begins), "last": _day(ends)}
    if ends:
        is_end_of_year = (ends.month, ends.day) == (12, 31)
        return (
            _("до конца %(year)d года") % {"year": ends.year}
            if is_end_of_year
            else _("по %(day)s") % {"day": _day(ends)}
        )
    if begins:
        is_first_day = (begins.month, begins.day) == (1, 1)
        return _("с %(year)d года") % {"year": begins.year} if is_first_day else _("с %(day)s") % {"day": _day(begins)}
    return ""


def _whole_years(begins: date, ends: date) -> bool:
    return (begins.month, begins.day, ends.month, ends.day) == (1, 1, 12, 31)


def _day(day: date) -> str:
    return PartialDate(day.year, day.month, day.day).text()


def _parts(rate: "TaxRate") -> str:
    if rate.federal_percent is None or rate.regional_percent is None:
        return ""
    return _("федеральная часть %(federal)s, региональная %(regional)s") % {
        "federal": format_percent(rate.federal_percent),
        "regional": format_percent(rate.regional_percent),
    }


def _remarks(rate: "TaxRate", today: date) -> list[str]:
    return [
        _("срок ставки истёк") if rate.is_past(today) else "",
        status_remark(rate.status),
        "" if not rate.needs_verification(today) else _verification(rate),
    ]


def _verification(rate: "TaxRate") -> str:
    if rate.verified_on is None:
        return _("с текстом закона не сверено")
    return _("сверено %(day)s, пора сверить снова") % {"day": _day(rate.verified_on)}
