"""The vocabularies cells of a table of facts name."""

from exports.enums import Comparison, Metric, Scope
from exports.models import ProductGroup
from industries.enterprise_import.vocabularies import markets
from portal.figures.figure_import.vocabularies import comparators, of_choices, sources, statuses, value_kinds
from portal.figures.models import Unit
from portal.imports.vocabularies import Vocabulary

__all__ = [
    "comparators", "comparisons", "markets", "metrics", "product_groups", "scopes", "sources", "statuses", "units",
    "value_kinds",
]  # fmt: skip

_SCOPES = ((Scope.TOGETHER, "вместе"), (Scope.TOGETHER, "together"), (Scope.EACH, "каждый"), (Scope.EACH, "отдельно"))
_METRICS = (
    (Metric.GROWTH, "рост"), (Metric.SHARE, "доля"), (Metric.AMOUNT, "объём"), (Metric.TURNOVER, "товарооборот"),
    (Metric.STATEMENT, "утверждение"),
)  # fmt: skip


def scopes() -> Vocabulary:
    """Whether a number is that of the markets together or of each."""
    return Vocabulary("Область", lambda: [(one.value, str(one.label)) for one in Scope], lambda: _SCOPES)


def metrics() -> Vocabulary:
    """What a fact tells."""
    return Vocabulary("О чём факт", lambda: [(one.value, str(one.label)) for one in Metric], lambda: _METRICS)


def comparisons() -> Vocabulary:
    """What a growth is compared with."""
    return of_choices("Сравнение", Comparison)


def units() -> Vocabulary:
    """Units of figures, by name or symbol."""
    return Vocabulary(
        "Единицы",
        lambda: Unit.objects.values_list("slug", "name"),
        lambda: Unit.objects.exclude(symbol="").values_list("slug", "symbol"),
    )


def product_groups() -> Vocabulary:
    """Groups of goods."""
    return Vocabulary(
        "Группы товаров",
        lambda: ProductGroup.objects.values_list("slug", "name"),
        lambda: ProductGroup.objects.values_list("slug", "name_english"),
    )
