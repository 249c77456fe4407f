"""Benefits as pages show them: words, every step, where they come from and what is to be said of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils import timezone

from portal.core.numbers import format_number
from technopolis.enums import BenefitScope
from technopolis.legal_display import legal_remarks, term_text
from technopolis.site_display import date_text

if TYPE_CHECKING:
    from technopolis.models import Benefit, BenefitStep

SCOPE_ORDER = {scope: position for position, scope in enumerate(BenefitScope.values)}


@dataclass(frozen=True)
class StepDisplay:
    """One step in words: for whom or when, how much."""

    period: str
    amount: str


@dataclass(frozen=True)
class BenefitDisplay:
    """One benefit in words; without a text and steps it is unknown."""

    benefit: "Benefit"
    steps: tuple[StepDisplay, ...]
    term: str
    as_of: str
    remarks: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether the sources say anything of it."""
        return bool(self.benefit.text or self.steps)


@dataclass(frozen=True)
class ScopeBenefits:
    """What holds for one group of companies."""

    title: str
    benefits: tuple[BenefitDisplay, ...]


def display_benefits(benefits: Iterable["Benefit"], today: date | None = None) -> list[BenefitDisplay]:
    """Return the benefits in words, in the editor's order."""
    day = today or timezone.localdate()
    ordered = sorted(benefits, key=lambda benefit: (benefit.position, benefit.name))
    return [_display(benefit, day) for benefit in ordered]


def benefits_by_scope(benefits: Iterable["Benefit"], today: date | None = None) -> list[ScopeBenefits]:
    """Return the benefits group by group: residents first."""
    displays = sorted(display_benefits(benefits, today), key=lambda one: SCOPE_ORDER[one.benefit.scope])
    return [
        ScopeBenefits(str(BenefitScope(scope).label), tuple(group))
        for scope, group in groupby(displays, key=lambda one: one.benefit.scope)
    ]


def resident_benefits() -> list[BenefitDisplay]:
    """Return the published benefits of residents, read in two queries."""
    model = apps.get_model("technopolis", "Benefit")
    return display_benefits(model.objects.published().for_display().filter(scope=BenefitScope.RESIDENT))


def _display(benefit: "Benefit", today: date) -> BenefitDisplay:
    return BenefitDisplay(
        benefit=benefit,
        steps=tuple(_step(step) for step in benefit.steps.all()),
        term=term_text(benefit),
        as_of=date_text(benefit.as_of),
        remarks=legal_remarks(benefit, today),
    )


def _step(step: "BenefitStep") -> StepDisplay:
    return StepDisplay(step.period, f"{format_number(step.amount.normalize())}\u00a0{step.unit}")
