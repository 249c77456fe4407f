"""Changes of cards in words, as pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from industries.card_history import TOLD_FIELDS
from industries.models.enterprise import Enterprise
from industries.models.enterprise_change import ChangeKind, EnterpriseChange
from portal.core.numbers import PartialDate

MOST_ON_A_CARD = 12


def lower_first(label: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its capitals."""
    word = label.split(" ", 1)[0]
    return label if word.isupper() and len(word) > 1 else label[:1].lower() + label[1:]


@dataclass(frozen=True)
class ShownValue:
    """One field of a card before and after; empty means that nothing was known."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ShownChange:
    """One change of a card in words."""

    happened_at: datetime
    title: str
    values: Sequence[ShownValue]
    name: str = ""
    url: str = ""

    @property
    def summary(self) -> str:
        """What has changed, in one phrase."""
        labels = ", ".join(lower_first(value.label) for value in self.values)
        return lower_first(f"{self.title}: {labels}" if labels else self.title)


def changes_of(enterprise: Enterprise) -> list[ShownChange]:
    """Return the latest changes of one card. One query."""
    return [_shown(change) for change in enterprise.changes.all()[:MOST_ON_A_CARD]]


def changes_among(enterprises: QuerySet, most: int) -> list[ShownChange]:
    """Return the latest changes of any of the cards, each with its name and address. One query."""
    changes = EnterpriseChange.objects.filter(enterprise__in=enterprises.order_by()).exclude(kind=ChangeKind.VERIFIED)
    found = changes.select_related("enterprise").only(
        "happened_at", "kind", "values", "enterprise__name", "enterprise__slug"
    )
    return [_shown(change, change.enterprise) for change in found[:most]]


def _shown(change: EnterpriseChange, enterprise: Enterprise | None = None) -> ShownChange:
    return ShownChange(
        happened_at=change.happened_at,
        title=capfirst(change.get_kind_display()),
        values=list(_values(change.values)),
        name=enterprise.name if enterprise else "",
        url=reverse("enterprise", args=[enterprise.slug]) if enterprise else "",
    )


def _values(values: Iterable[Sequence[Any]]) -> Iterable[ShownValue]:
    """Yield what can still be told of the values: a property that cards have no longer is passed over."""
    for name, before, after in values:
        if name not in TOLD_FIELDS:
            continue
        field: Any = Enterprise._meta.get_field(name)
        yield ShownValue(capfirst(str(field.verbose_name)), _text(field, before), _text(field, after))


def _text(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("да") if value else _("нет")
    if field.name == "as_of" and value:
        return PartialDate.parse(value).text()
    choices = dict(field.flatchoices) if hasattr(field, "flatchoices") else {}
    return str(choices.get(value, "" if value is None else value))
