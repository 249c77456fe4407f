"""Organisations side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industries.directory.row import EnterpriseRow
from industries.models import Enterprise
from portal.listing.filterset import shown_value

FEWEST, MOST = 2, 4

LINES: Sequence[tuple[Any, Callable[[EnterpriseRow], Any]]] = (
    (gettext_lazy("Роль"), lambda row: row.role),
    (gettext_lazy("Отрасль"), lambda row: row.industry),
    (gettext_lazy("Продукция"), lambda row: row.summary),
    (gettext_lazy("Площадка ОЭЗ"), lambda row: row.site),
    (gettext_lazy("Округ"), lambda row: row.district),
    (gettext_lazy("Резидентство"), lambda row: row.residency),
    (gettext_lazy("Рынки"), lambda row: ", ".join(row.markets)),
    (gettext_lazy("Год основания"), lambda row: row.founded),
    (gettext_lazy("Источник"), lambda row: row.source),
    (gettext_lazy("На дату"), lambda row: row.as_of_shown),
    (gettext_lazy("Надёжность"), lambda row: row.confidence),
)


@dataclass(frozen=True)
class ComparedLine:
    """One property with its value for each organisation; an empty value is unknown.

    ``is_same`` says that it is known and the same for all of them.
    """

    label: str
    values: Sequence[Any]
    is_same: bool


@dataclass(frozen=True)
class Comparison:
    """The organisations asked for, in the order of the address, and what was wrong with the rest."""

    rows: Sequence[EnterpriseRow]
    notices: Sequence[str]

    @classmethod
    def of(cls, given: Sequence[str]) -> "Comparison":
        """Read the organisations with these addresses."""
        asked = [value.replace("\x00", "")[:100] for value in dict.fromkeys(given)]
        found = Enterprise.objects.shown().for_rows().filter(slug__in=asked[: MOST * 2])
        by_address = {enterprise.slug: enterprise for enterprise in found}
        notices = [
            _("Предприятия «%(value)s» в перечне нет.") % {"value": shown_value(value)}
            for value in asked[: MOST * 2]
            if value not in by_address
        ]
        known = [by_address[value] for value in asked if value in by_address]
        if len(known) > MOST:
            notices.append(_("Сравнить можно не больше четырёх: показаны первые."))
        if len(known) < FEWEST:
            notices.append(_("Выберите от двух до четырёх предприятий."))
        return cls([EnterpriseRow.of(enterprise) for enterprise in known[:MOST]], notices)

    @property
    def lines(self) -> list[ComparedLine]:
        """The properties, line by line."""
        lines = []
        for label, read in LINES:
            values = [read(row) for row in self.rows]
            is_same = len(values) > 1 and len(set(values)) == 1 and bool(values[0])
            lines.append(ComparedLine(str(label), values, is_same))
        return lines
