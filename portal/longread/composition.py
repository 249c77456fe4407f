"""Composes the article from its opening and sections in a fixed number of queries."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

from media.models import Photo
from media.preloading import preloaded_records
from portal.core.models import SectionPage
from portal.core.references import EVERY, collect_stream_references, collect_text_references, merge_references
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure

if TYPE_CHECKING:
    from portal.longread.models import LandscapePage

Records = dict[type[Model], dict[Any, Any]]


@dataclass(frozen=True)
class NavigationItem:
    """One entry of the article's menu."""

    label: str
    anchor: str


@dataclass(frozen=True)
class Sheet:
    """One section as it stands in the article: its number, its page and the figures it rests on."""

    number: int
    section: SectionPage
    figures: tuple[FigureDisplay, ...] = ()

    @property
    def provenance(self) -> tuple[FigureDisplay, ...]:
        """The section's figures, one for each source and date: the lines of the sheet's title block."""
        seen: dict[tuple[Any, str], FigureDisplay] = {}
        for figure in self.figures:
            seen.setdefault((figure.source.pk if figure.source else None, figure.as_of), figure)
        return tuple(seen.values())


@dataclass
class Article:
    """The whole long-read, ready for its template."""

    page: "LandscapePage"
    sheets: tuple[Sheet, ...]
    records: Records = field(repr=False)
    menu_pages: tuple[Page, ...] = ()

    @property
    def sheet_count(self) -> int:
        """How many sheets there are with the opening."""
        return len(self.sheets) + 1

    @property
    def navigation(self) -> tuple[NavigationItem, ...]:
        """The menu: sections that have a label of their own, in reading order."""
        return tuple(
            NavigationItem(sheet.section.nav_label, sheet.section.effective_anchor)
            for sheet in self.sheets
            if sheet.section.nav_label
        )

    @property
    def photos(self) -> dict[Any, Model]:
        """The photos on the page by primary key."""
        return self.records.get(Photo, {})

    @property
    def figures(self) -> tuple[FigureDisplay, ...]:
        """Every figure of the article once, in reading order."""
        seen: dict[str, FigureDisplay] = {}
        for sheet in self.sheets:
            for figure in sheet.figures:
                seen.setdefault(figure.slug, figure)
        return tuple(seen.values())

    @cached_property
    def description(self) -> str:
        """The text of search results and social cards: the opening's words and the headline figure's current value."""
        words = self.page.search_description or self.page.lead
        record = self.records.get(Figure, {}).get(self.page.headline_figure_id)
        headline = FigureDisplay.of(record) if record else None
        return f"{words} {headline.sentence}." if headline else words

    @contextmanager
    def rendering(self) -> Iterator[None]:
        """Keep the article's records at hand while its template reads blocks."""
        with preloaded_records(self.records):
            yield


def compose_article(page: "LandscapePage", draft: SectionPage | None = None, alone: bool = False) -> Article:
    """Compose ``page`` with its live sections.

    With ``draft`` the neighbours' latest drafts stand beside that unsaved section, as a preview needs;
    ``alone`` leaves the neighbours out.
    """
    children = list(_live_children(page))
    sections = _sections(children) if draft is None else _drafts(page, draft)
    numbered = [(number, section) for number, section in enumerate(sections, start=2) if not alone or section is draft]
    references = [_references(section) for _, section in numbered]
    records = _load(merge_references([_opening_references(page), *references]))
    _attach_plates(page, (section for _, section in numbered), records)
    sheets = tuple(
        Sheet(number, section, _figures(reference, records))
        for (number, section), reference in zip(numbered, references, strict=True)
    )
    menu_pages = tuple(child for child in children if child.show_in_menus)
    return Article(page=page, sheets=sheets, records=records, menu_pages=menu_pages)


def _live_children(page: "LandscapePage") -> QuerySet:
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    children = page.get_children().live().select_related(*_section_accessors())
    return children.annotate(is_restricted=Exists(restrictions))


def _section_accessors() -> dict[str, type[SectionPage]]:
    """Return, by accessor, the section types: the tree's own query joins them all, so a type costs no query."""
    return {
        model._meta.get_field("page_ptr").remote_field.get_accessor_name(): model
        for model in apps.get_models()
        if issubclass(model, SectionPage)
    }


def _sections(children: list[Page]) -> list[SectionPage]:
    """Return the sections among ``children``; one that is not for everybody has no place in an article that is."""
    accessors = {model: accessor for accessor, model in _section_accessors().items()}
    found = [child for child in children if child.specific_class in accessors and not child.is_restricted]
    return [getattr(child, accessors[child.specific_class]) for child in found]


def _drafts(page: "LandscapePage", draft: SectionPage) -> list[SectionPage]:
    children = page.get_children()
    latest = [child.get_latest_revision_as_object() for child in children.specific() if isinstance(child, SectionPage)]
    sections = [draft if draft.pk and section.pk == draft.pk else section for section in latest]
    return sections if draft in sections else [*sections, draft]


def _references(section: SectionPage) -> dict[type[Model], list[Any]]:
    streams = [
        collect_stream_references(getattr(section, name)) for name in section.stream_fields if hasattr(section, name)
    ]
    plate: dict[type[Model], list[Any]] = {Photo: [section.plate_id]} if section.plate_id else {}
    return merge_references([plate, collect_text_references(section.lead), *streams])


def _opening_references(page: "LandscapePage") -> dict[type[Model], list[Any]]:
    references: dict[type[Model], list[Any]] = {}
    if page.plate_id:
        references[Photo] = [page.plate_id]
    if page.headline_figure_id:
        references[Figure] = [page.headline_figure_id]
    return references


def _load(references: dict[type[Model], list[Any]]) -> Records:
    return {model: _records(model, keys) for model, keys in references.items()}


def _records(model: type[Model], keys: list[Any]) -> dict[Any, Any]:
    records = _queryset(model)
    return {record.pk: record for record in records} if EVERY in keys else records.in_bulk(keys)


def _queryset(model: type[Model]) -> Any:
    manager = model._default_manager
    return manager.for_display() if hasattr(manager, "for_display") else manager.all()


def _attach_plates(page: "LandscapePage", sections: Iterable[SectionPage], records: Records) -> None:
    photos = records.get(Photo, {})
    for owner in [page, *sections]:
        if owner.plate_id in photos:
            owner.plate = photos[owner.plate_id]


def _figures(references: dict[type[Model], list[Any]], records: Records) -> tuple[FigureDisplay, ...]:
    loaded = records.get(Figure, {})
    displays = (FigureDisplay.of(loaded[key]) for key in references.get(Figure, []) if key in loaded)
    return tuple(display for display in displays if display is not None)
