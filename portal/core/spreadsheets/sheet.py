"""A table to be written: its lines about itself, its header, its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.core.spreadsheets.cells import CellValue


@dataclass(frozen=True)
class Sheet:
    """One table. ``rows`` is read once and never held; ``about`` are lines above the header, such as the
    state of the filter, the date and the licence, each with its cells.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[CellValue]]
    about: Sequence[Sequence[CellValue]] = ()

    @property
    def leading_rows(self) -> list[Sequence[CellValue]]:
        """The lines above the header with the empty one that parts them from it."""
        return [*self.about, ()] if self.about else []
