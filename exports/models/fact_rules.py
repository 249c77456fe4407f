"""What a fact must say before it may be public."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from exports.enums import Comparison, Metric, Scope
from portal.core.numbers import PeriodKind, UnitKind
from portal.figures.enums import ValueKind

if TYPE_CHECKING:
    from exports.models.fact import ExportFact

_SHARES = (UnitKind.PERCENT,)
_CHANGES = (UnitKind.PERCENT, UnitKind.CHANGE_PERCENT, UnitKind.MULTIPLE)


def fact_problems(fact: "ExportFact", markets: Sequence[Any]) -> dict[str, Any]:
    """Return what keeps ``fact`` about ``markets`` from being public: the field's name and why."""
    return dict(
        [*_market_problems(fact, markets), *_period_problems(fact), *_number_problems(fact), *_base_problems(fact)]
    )


def _market_problems(fact: "ExportFact", markets: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    if not markets:
        yield "markets", _("Назовите хотя бы один рынок.")
    if not fact.scope:
        yield "scope", _("Укажите, относится ли факт к рынкам вместе или к каждому из них.")
    if fact.scope == Scope.TOGETHER and len(markets) == 1:
        yield "scope", _("«Вместе» говорят о нескольких рынках, а назван один.")
    if fact.source is None and fact.kind != ValueKind.OWNERS_CLAIM:
        yield "source", _("Укажите источник или отметьте, что это данные заказчика.")


def _period_problems(fact: "ExportFact") -> Iterator[tuple[str, Any]]:
    period = fact.typed_period
    if period is None or period.kind == PeriodKind.NONE:
        yield "period", _("Укажите период: без него факт нельзя опубликовать.")
    if fact.period_wording and not fact.period_wording_english and fact.subject_english:
        yield "period_wording_english", _("Скажите этот период и по-английски.")


def _number_problems(fact: "ExportFact") -> Iterator[tuple[str, Any]]:
    if fact.metric == Metric.STATEMENT:
        if not fact.statement:
            yield "statement", _("Факту без числа нужно утверждение.")
        return
    if fact.value is None:
        yield "value", _("Впишите число или выберите «утверждение без числа».")
    if fact.unit is None:
        yield "unit", _("Выберите единицу.")
        return
    allowed = {Metric.GROWTH: _CHANGES, Metric.SHARE: _SHARES}.get(Metric(fact.metric))
    if allowed and fact.unit.kind not in allowed:
        yield "unit", _("Рост измеряют в процентах или разах, долю — в процентах.")


def _base_problems(fact: "ExportFact") -> Iterator[tuple[str, Any]]:
    if fact.metric == Metric.GROWTH and fact.comparison == Comparison.NONE:
        yield "comparison", _("Скажите, с чем сравнивается рост, или что источник этого не говорит.")
    if fact.comparison == Comparison.PERIOD and not fact.base_period:
        yield "base_period", _("Укажите период, с которым сравнивается рост.")
