"""Between a row of the table and a value of a figure."""

from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_date

from portal.figures.figure_import.columns import INHERITED, VALUE_FIELDS
from portal.figures.guard import KEPT_FIELDS
from portal.figures.models import Figure, FigureValue
from portal.imports.kinds import Values


def values_of(figure: Figure, value: FigureValue | None) -> Values:
    """Return what a figure shows, by column."""
    own: Values = {"code": figure.code, "slug": figure.slug, "subject": figure.subject}
    if value is None:
        return own
    return {
        **own,
        "comparator": value.comparator,
        "value": f"{value.value.normalize():f}" if value.value is not None else None,
        "period": value.period,
        "period_note": value.period_note,
        "comparison_base": value.comparison_base,
        "as_of": value.as_of,
        "source": str(value.source_id) if value.source_id else None,
        "status": value.status,
        "kind": value.kind,
        "review_on": value.review_on.isoformat() if value.review_on else None,
    }


def is_correction(given: Values, known: Values) -> bool:
    """Tell whether a row corrects what is shown: it speaks of the same period as of the same date."""
    return all(given.get(name) == known.get(name) for name in ("period", "as_of"))


def amendments_of(given: Values) -> dict[str, Any]:
    """Return what a row says of the value, as the acts take it."""
    fields = {name: given[name] for name in VALUE_FIELDS if name in given and name not in ("source", "value")}
    if "value" in given:
        fields["value"] = Decimal(given["value"])
    if "source" in given:
        fields["source_id"] = int(given["source"]) if given["source"] else None
    if "review_on" in given:
        fields["review_on"] = parse_date(given["review_on"]) if given["review_on"] else None
    return fields


def new_value(given: Values, former: FigureValue | None) -> FigureValue:
    """Return a value from the row alone; a source or a check of the former value would be a false claim."""
    inherited = {name: getattr(former, name) for name in INHERITED} if former else {}
    return FigureValue(**{**inherited, **amendments_of(given)})


def restored_fields(value: FigureValue) -> dict[str, Any]:
    """Return what brings a value back, as plain data."""
    kept = value.snapshot()
    return {name: kept[name] for name in KEPT_FIELDS}
