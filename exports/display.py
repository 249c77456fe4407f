"""Facts as a page shows them: worked out once, in the language of the page, nothing left to templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exports.enums import Metric, Scope
from portal.core.numbers import resolve_language
from portal.figures.enums import ValueKind, ValueStatus

if TYPE_CHECKING:
    from exports.models import ExportFact


@dataclass(frozen=True)
class FactDisplay:
    """One fact: its sentence, to whom the number belongs, where it comes from."""

    anchor: str
    sentence: str
    scope_text: str
    kind: str
    kind_label: str
    status_label: str
    as_of: str
    as_of_text: str
    source: Any
    market_names: tuple[str, ...]

    @classmethod
    def of(cls, fact: "ExportFact", market: Any = None) -> "FactDisplay | None":
        """Return ``fact`` as the page of ``market`` shows it; ``None`` where the language lacks the words."""
        language = resolve_language()
        text = fact.sentence(language, market)
        if not text:
            return None
        as_of = fact.as_of_date
        return cls(
            anchor=f"fact-{fact.slug}",
            sentence=text,
            scope_text=_scope_text(fact),
            kind=fact.kind,
            kind_label="" if fact.kind == ValueKind.REPORTED else str(fact.get_kind_display()),
            status_label="" if fact.status == ValueStatus.CONFIRMED else str(fact.get_status_display()),
            as_of=fact.as_of,
            as_of_text=as_of.text(language) if as_of else "",
            source=fact.source,
            market_names=tuple(one.shown_name for one in fact.ordered_markets),
        )


@dataclass(frozen=True)
class FactGroup:
    """Facts on one thing; two or more are what sources say of different periods, side by side."""

    facts: tuple[FactDisplay, ...]

    @property
    def is_compared(self) -> bool:
        """Whether several numbers stand side by side."""
        return len(self.facts) > 1


def group_facts(facts: Iterable["ExportFact"], market: Any = None) -> list[FactGroup]:
    """Return the facts for a page, those on the same thing together, the latest period first."""
    groups: dict[tuple[Any, ...], list[FactDisplay]] = {}
    for fact in sorted(facts, key=_latest_first):
        shown = FactDisplay.of(fact, market)
        if shown:
            groups.setdefault(_thing(fact), []).append(shown)
    return [FactGroup(tuple(group)) for group in groups.values()]


def _thing(fact: "ExportFact") -> tuple[Any, ...]:
    """Return what the fact is about: the same for facts that differ in period, number or source only."""
    if fact.metric == Metric.STATEMENT:
        return (fact.pk,)
    markets = tuple(sorted(market.pk for market in fact.ordered_markets))
    return fact.metric, fact.scope, fact.subject, markets


def _latest_first(fact: "ExportFact") -> tuple[int, int]:
    return (-fact.period_end.toordinal() if fact.period_end else 0, fact.pk or 0)


def _scope_text(fact: "ExportFact") -> str:
    count = len(fact.ordered_markets)
    if fact.scope == Scope.TOGETHER:
        return ngettext("%(count)d страна вместе", "%(count)d стран вместе", count) % {"count": count}
    return "" if count == 1 else _("каждая страна в отдельности")
