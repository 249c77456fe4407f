"""What a chart is made of: values with their words, their time and where they come from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.core.numbers import Comparator, Period, UnitForms, format_figure
from portal.figures.enums import ValueKind, ValueStatus

if TYPE_CHECKING:
    from portal.figures.models import FigureValue


@dataclass(frozen=True)
class ChartPoint:
    """One value of a chart; without ``value`` it is a gap, which stays open.

    Attributes:
        label: what the value is of: a period, a country, a site.
        value: the number drawn.
        text: the number with its unit, for the table and the description.
        mark_text: the number by itself, for the drawing.
        period: the time it speaks of, if it speaks of one.
        kind: reported, derived, plan or owner's claim; each is drawn in its own way.
        span: how wide its step is beside the others, in steps only.
        note: a remark for the table.
    """

    label: str
    value: Decimal | None
    text: str
    mark_text: str
    period: Period | None = None
    kind: ValueKind = ValueKind.REPORTED
    span: int = 1
    note: str = ""

    @classmethod
    def of(
        cls,
        label: str,
        value: Decimal | int | None,
        unit: UnitForms,
        *,
        comparator: Comparator | str = Comparator.EXACTLY,
        period: Period | None = None,
        kind: ValueKind | str = ValueKind.REPORTED,
        span: int = 1,
        note: str = "",
    ) -> "ChartPoint":
        """Return the point with its words in the active language; ``None`` for a value that is not known.

        Raises:
            ValueError: the comparator, the unit's kind or the kind of the value is unknown.
        """
        if value is None:
            unknown = _("нет данных")
            return cls(label, None, unknown, unknown, period, ValueKind(kind), span, note)
        formatted = format_figure(comparator, value, unit)
        return cls(
            label=label,
            value=Decimal(value),
            text=formatted.signed_text,
            mark_text=formatted.signed_value,
            period=period,
            kind=ValueKind(kind),
            span=span,
            note=note,
        )

    @property
    def kind_label(self) -> str:
        """Where the value comes from, in words."""
        return str(self.kind.label)


@dataclass(frozen=True)
class Series:
    """Points that belong together: one subject over time, one site over its indicators."""

    title: str
    points: tuple[ChartPoint, ...]

    @property
    def known_points(self) -> tuple[ChartPoint, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)


def point_of_value(value: "FigureValue", unit: UnitForms, label: str = "") -> ChartPoint:
    """Return a figure's value as a point, called by ``label`` or by its period; its note says how far it is checked."""
    period = value.typed_period
    return ChartPoint.of(
        label or value.period_note or (period.text() if period else ""),
        value.value,
        unit,
        comparator=value.comparator,
        period=period,
        kind=value.kind,
        note="" if value.status == ValueStatus.CONFIRMED else str(value.get_status_display()),
    )
