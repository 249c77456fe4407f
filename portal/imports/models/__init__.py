"""Imports: the file and its check, its rows, what is remembered for the next time, the journal."""

from portal.imports.models.event import ImportEvent
from portal.imports.models.memory import RememberedColumns, RememberedWord
from portal.imports.models.row import ImportRow
from portal.imports.models.run import ImportRun

__all__ = ["ImportEvent", "ImportRow", "ImportRun", "RememberedColumns", "RememberedWord"]
