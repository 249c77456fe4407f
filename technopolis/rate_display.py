"""Rates as pages show them: every step of a tax together, each with its term, its source and its remarks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.numbers import PERCENT, Comparator, format_figure, format_percent
from technopolis.enums import Regime
from technopolis.legal_display import legal_remarks, term_text
from technopolis.site_display import date_text

if TYPE_CHECKING:
    from portal.figures.models import Source
    from technopolis.models import TaxRate


@dataclass(frozen=True)
class Origin:
    """A source and the date, in words, it is cited for; empty while it names none."""

    source: "Source"
    as_of: str


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
    def steps_text(self) -> str:
        """All steps in a line: «2 % — до конца 2027 года, 7 % — 2028–2032 годы»."""
        return ", ".join(f"{step.percent} — {step.term}" if step.term else step.percent for step in self.steps)

    @property
    def is_without_gaps(self) -> bool:
        """Whether each step begins where the one before ends, and the last goes on."""
        rates = [step.rate for step in self.steps]
        meet = all(
            earlier.valid_until and later.valid_from == earlier.valid_until + timedelta(days=1)
            for earlier, later in pairwise(rates)
        )
        return meet and rates[-1].valid_until is None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of the steps, each once."""
        return tuple(dict.fromkeys(remark for step in self.steps for remark in step.remarks))

    @property
    def sources(self) -> tuple["Source", ...]:
        """The sources of the steps, each once."""
        return tuple({step.rate.source_id: step.rate.source for step in self.steps if step.rate.source}.values())

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The sources of the steps with the date each was read for, every pair once."""
        pairs = {
            (step.rate.source_id, step.as_of): Origin(step.rate.source, step.as_of)
            for step in self.steps
            if step.rate.source
        }
        return tuple(pairs.values())

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
        parts=parts_text(rate),
        as_of=date_text(rate.as_of),
        remarks=legal_remarks(rate, today),
    )


def parts_text(rate: "TaxRate") -> str:
    """Return the federal and the regional part of a rate in words; empty where they are not known."""
    if rate.federal_percent is None or rate.regional_percent is None:
        return ""
    return _("федеральная часть %(federal)s, региональная %(regional)s") % {
        "federal": format_percent(rate.federal_percent),
        "regional": format_percent(rate.regional_percent),
    }
