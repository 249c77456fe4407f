"""What can be imported: the contract a data app fulfils, and the register of those that do."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from portal.imports.columns import Column
from portal.imports.models import ImportRow

Values = dict[str, Any]


class WritingRefused(Exception):
    """A row can't be written after all: the record has changed since the check, or a rule of the model is broken.

    Nothing of the import is written; the message is for the editor.
    """


@dataclass
class Match:
    """The record a row stands for, or why that can't be told; neither means a new one."""

    record: int | None = None
    conflict: str = ""


class ImportKind(ABC):
    """One kind of table. Registered by the app whose records it changes.

    ``keeps_given_values``: writing needs also the cells that say what is known already. ``left_by_undo`` says why an
    undo leaves records as they are, as the journal tells it.
    """

    slug: str
    title: str | Promise
    intro: str | Promise = ""
    icon = "upload"
    permissions: tuple[str, ...]
    needs_second_person = False
    may_skip_bad_rows = True
    keeps_given_values = False
    left_by_undo: str | Promise = ""
    columns: Sequence[Column]

    def column(self, key: str) -> Column:
        """Return a column by its key."""
        return next(column for column in self.columns if column.key == key)

    def identities(self, values: Values) -> list[str]:
        """Return what names the record; two rows of a file that share one of them contradict each other."""
        return []

    @abstractmethod
    def title_of(self, values: Values) -> str:
        """Return what an editor recognises the row by."""

    @abstractmethod
    def match(self, rows: Sequence[Values]) -> list[Match]:
        """Return what each of some hundred rows stands for by its values, in a number of queries that does not grow."""

    @abstractmethod
    def current(self, records: Sequence[int]) -> dict[int, Values]:
        """Return the values by column of each record that is still there."""

    def check(self, row: ImportRow, known: Values) -> None:  # noqa: B027
        """Add to the row's problems what its cells together break; ``known`` is what its record holds now."""

    @abstractmethod
    def write(self, rows: Sequence[ImportRow], run: Any) -> None:
        """Write some hundred rows, of which it is sure that nothing has changed since the check.

        Each new row gets its ``record``.

        Raises:
            WritingRefused: one of them can't be written.
        """

    @abstractmethod
    def undo(self, rows: Sequence[ImportRow], run: Any) -> Sequence[str]:
        """Take some hundred written rows back, of which it is sure that nobody has changed their values since.

        Return the names of records that stay as they are, because something else has been decided on them.

        Raises:
            WritingRefused: one of them can't be taken back.
        """

    def finish(self, run: Any) -> None:  # noqa: B027
        """Do what is needed once after everything has been written or undone, still in the transaction."""

    @abstractmethod
    def current_rows(self) -> Iterator[Values]:
        """Yield the values of every record by column, for the download of what there is."""


_kinds: dict[str, ImportKind] = {}


def register_import_kind(kind: ImportKind) -> None:
    """Offer a kind of import; called once when its app is ready."""
    _kinds[kind.slug] = kind


def import_kinds() -> Iterable[ImportKind]:
    """Return every kind that is offered."""
    return _kinds.values()


def find_kind(slug: str) -> ImportKind | None:
    """Return the kind of this name."""
    return _kinds.get(slug)


def kind_of(run: Any) -> ImportKind:
    """Return the kind of a run.

    Raises:
        LookupError: the app that offered it is gone.
    """
    kind = _kinds.get(run.kind)
    if kind is None:
        raise LookupError(run.kind)
    return kind
