"""A list of records for visitors: what it holds, how it may be narrowed, sorted and handed out."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portal.core.search_words import words_filter
from portal.core.spreadsheets import CellValue
from portal.listing.facets import Facet
from portal.listing.rows import ListingRow


@dataclass(frozen=True)
class Sort:
    """One order of a list; ``order`` are fields, the primary key is added."""

    value: str
    label: Any
    order: tuple[Any, ...]


@dataclass(frozen=True)
class View:
    """One way to look at a list on its page."""

    value: str
    label: Any
    template: str


@dataclass(frozen=True)
class Column:
    """One column of the files: its name in JSON, its heading in tables, its value in a row."""

    name: str
    heading: Any
    read: Callable[[Any], CellValue | list[str]]


class Listing(ABC):
    """The definition of one list. A subclass says what is listed; the engine does the rest.

    ``name`` is its key among lists; ``search_field`` the column that keeps what a record is found by, made by
    ``indexed_words``; empty where nothing is searched; ``faces`` are the
    files and feeds it is handed out as. The first sort, view and page size are taken where none is asked for.

    ``follows`` names the other models (``technopolis.site``) whose records decide what facets offer and how records are
    ordered; then a change of single records is read alone, and a change of anything else not at all. Without it
    every change of content has the list read anew, which does for short ones.
    """

    name: ClassVar[str]
    facets: ClassVar[Sequence[Facet]] = ()
    sorts: ClassVar[Sequence[Sort]] = (Sort("", _("по порядку"), ("pk",)),)
    views: ClassVar[Sequence[View]] = ()
    columns: ClassVar[Sequence[Column]] = ()
    page_sizes: ClassVar[Sequence[int]] = (24, 48, 96)
    faces: ClassVar[Sequence[str]] = ("csv", "xlsx", "json", "geojson", "feed")
    search_field: ClassVar[str] = ""
    ignored_words: ClassVar[frozenset[str]] = frozenset()
    changed_field: ClassVar[str] = "changed_at"
    follows: ClassVar[frozenset[str] | None] = None
    licence: ClassVar[Any] = _("Данные можно использовать свободно с указанием источника.")

    @abstractmethod
    def records(self) -> QuerySet:
        """Return every record visitors may see, without what a row needs beyond it."""

    def matching(self, records: QuerySet, words: Iterable[tuple[str, str]]) -> QuerySet:
        """Return the records that hold every one of ``words``."""
        return records.filter(words_filter(self.search_field, words))

    @abstractmethod
    def with_details(self, records: QuerySet) -> QuerySet:
        """Return the records with all a row shows, in a fixed number of queries."""

    @abstractmethod
    def row(self, record: Any) -> ListingRow:
        """Return a record as every face shows it."""

    @abstractmethod
    def path(self) -> str:
        """Return the address of the list in the visitor's language."""

    def title(self) -> str:
        """Return what the files and the feed are called."""
        return self.name
