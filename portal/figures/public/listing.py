"""How the list of figures is searched, filtered, sorted and handed out."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any
from zlib import crc32

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.transliteration import transliterated_slug
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.models import Figure, FigureChange, FiguresIndexPage, FigureTopic, FigureValue
from portal.figures.public.data import licence_of
from portal.figures.public.listed import FigureRow, name_of
from portal.listing.facets import Facet, FacetChoice, choices_of_enum, unknown_choice
from portal.listing.listing import Column, Listing, Sort


def listed_figures() -> QuerySet:
    """Return the published figures with what the list is narrowed by, taken from their current values."""
    current = FigureValue.objects.filter(figure=OuterRef("pk"), is_current=True)
    changes = FigureChange.objects.filter(figure=OuterRef("pk")).order_by("-made_at")
    return Figure.objects.live().annotate(
        current_status=Subquery(current.values("status")[:1]),
        current_kind=Subquery(current.values("kind")[:1]),
        current_publisher=Subquery(current.values("source__publisher")[:1]),
        current_year=Substr(Subquery(current.values("as_of")[:1]), 1, 4),
        changed_at=Coalesce(Subquery(changes.values("made_at")[:1]), "last_published_at"),
    )


def _topics() -> Sequence[FacetChoice]:
    topics = FigureTopic.objects.all()
    return [*(FacetChoice(topic.pk, topic.slug, partial(name_of, topic)) for topic in topics), unknown_choice()]


def _statuses() -> Sequence[FacetChoice]:
    return choices_of_enum(ValueStatus)


def _kinds() -> Sequence[FacetChoice]:
    return choices_of_enum(ValueKind)


def _publishers() -> Sequence[FacetChoice]:
    return [*_choices_of_words("current_publisher"), unknown_choice()]


def _years() -> Sequence[FacetChoice]:
    return list(reversed(_choices_of_words("current_year")))


def _choices_of_words(column: str) -> list[FacetChoice]:
    words = sorted(listed_figures().exclude(**{column: None}).order_by().values_list(column, flat=True).distinct())
    return [FacetChoice(word, value, partial(str, word)) for word, value in values_of_words(words).items()]


def values_of_words(words: Iterable[str]) -> dict[str, str]:
    """Return the value each word has in addresses; one that reads as an earlier word gets a mark of its own."""
    values: dict[str, str] = {}
    for word in words:
        value = transliterated_slug(word)
        values[word] = f"{value}-{crc32(word.encode()):08x}" if value in values.values() else value
    return values


def _read(name: str) -> Any:
    return lambda row: getattr(row, name)


class FigureListing(Listing):
    """Every published figure with its current value."""

    name = "figures"
    search_field = "search_words"
    facets = (
        Facet("topic", gettext_lazy("Тема"), "topic_id", _topics),
        Facet("status", gettext_lazy("Проверка"), "current_status", _statuses),
        Facet("kind", gettext_lazy("Происхождение"), "current_kind", _kinds),
        Facet("year", gettext_lazy("На дату"), "current_year", _years),
        Facet("source", gettext_lazy("Источник"), "current_publisher", _publishers),
    )
    sorts = (
        Sort("topic", gettext_lazy("по темам"), (F("topic__position").asc(nulls_last=True), "subject")),
        Sort("name", gettext_lazy("по названию"), ("subject",)),
        Sort(
            "recent",
            gettext_lazy("сначала новые сведения"),
            (F("current_year").desc(nulls_last=True), F("changed_at").desc(nulls_last=True)),
        ),
    )
    columns = (
        Column("subject", gettext_lazy("Показатель"), _read("title")),
        Column("value", gettext_lazy("Число"), _read("number")),
        Column("text", gettext_lazy("Словами"), _read("text")),
        Column("unit", gettext_lazy("Единица"), _read("unit")),
        Column("period", gettext_lazy("Период"), _read("period")),
        Column("comparison_base", gettext_lazy("С чем сравнивается"), _read("comparison_base")),
        Column("as_of", gettext_lazy("На дату"), _read("as_of")),
        Column("topic", gettext_lazy("Тема"), _read("topic")),
        Column("kind", gettext_lazy("Происхождение"), _read("kind_label")),
        Column("status", gettext_lazy("Проверка"), _read("status_label")),
        Column("source", gettext_lazy("Источник"), _read("source_text")),
        Column("source_url", gettext_lazy("Адрес источника"), _read("source_url")),
        Column("slug", gettext_lazy("Код"), _read("key")),
    )

    def __init__(self, entrance: FiguresIndexPage) -> None:
        self.licence = licence_of(entrance)  # type: ignore[misc]

    def records(self) -> QuerySet:
        """Return every published figure."""
        return listed_figures()

    def with_details(self, records: QuerySet) -> QuerySet:
        """Load unit, topic, current value and source in two queries."""
        return records.for_display().select_related("topic")  # type: ignore[attr-defined]

    def row(self, record: Figure) -> FigureRow:
        """Return the figure as every face shows it."""
        return FigureRow.of(record)

    def path(self) -> str:
        """Return the list's address."""
        return reverse("figures:index")

    def title(self) -> str:
        """Return what files of the list are called."""
        return _("Цифры")
