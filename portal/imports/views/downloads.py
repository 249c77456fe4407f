"""Tables to take away: the empty form, the records as they are, the rows that can't be written."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from portal.core.spreadsheets import SPREADSHEET_FORMATS, CellValue, Sheet, spreadsheet_response
from portal.imports.enums import REFUSED_STATES, EventKind
from portal.imports.kinds import ImportKind
from portal.imports.models import ImportEvent
from portal.imports.parsing import column_readers
from portal.imports.presentation import problem_views
from portal.imports.views.base import KindMixin, RunMixin

ROWS_A_FETCH = 500


class TableView(ABC, View):
    """Answers with a table in the format the address names."""

    kwargs: dict[str, Any]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Send the table."""
        if kwargs["file_format"] not in SPREADSHEET_FORMATS:
            raise Http404
        return spreadsheet_response(self.sheet(), kwargs["file_format"], self.file_name())

    @abstractmethod
    def sheet(self) -> Sheet:
        """Return the table."""

    @abstractmethod
    def file_name(self) -> str:
        """Return the file's name without its extension."""


class TemplateView(KindMixin, TableView):
    """The empty form of a kind: its headings alone, so that nobody deletes invented rows."""

    def sheet(self) -> Sheet:
        """Return the headings."""
        return Sheet(str(self.kind.title), headings(self.kind), [])

    def file_name(self) -> str:
        """Name the kind."""
        return f"{self.kind.slug}-template"


class CurrentView(KindMixin, TableView):
    """The records as they are, in the columns of the import: can be changed and brought back."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Write down who takes the records away, and send them."""
        response = super().get(request, **kwargs)
        person: Any = request.user
        ImportEvent.objects.create(kind=self.kind.slug, event=EventKind.EXPORTED, person=person)
        return response

    def sheet(self) -> Sheet:
        """Return every record."""
        return Sheet(str(self.kind.title), headings(self.kind), current_cells(self.kind))

    def file_name(self) -> str:
        """Name the kind and the day."""
        return f"{self.kind.slug}-{timezone.localdate():%Y-%m-%d}"


class ProblemsView(RunMixin, TableView):
    """The rows of an import that can't be written, with what is wrong: a list to work through."""

    def sheet(self) -> Sheet:
        """Return a line for each fault."""
        header = [_("Строка"), _("Запись"), _("Столбец"), _("В ячейке"), _("Что не так")]
        return Sheet(_("Ошибки"), header, self.lines())

    def lines(self) -> Iterator[list[CellValue]]:
        """Yield the faults in the order of the table."""
        rows = self.run.rows.filter(state__in=REFUSED_STATES).order_by("number")
        for row in rows.iterator(chunk_size=ROWS_A_FETCH):
            for problem in problem_views(self.kind, row):
                yield [row.number, row.title, problem.label, problem.given, problem.text]

    def file_name(self) -> str:
        """Name the kind."""
        return f"{self.kind.slug}-errors"


def headings(kind: ImportKind) -> list[str]:
    """Return the headings of a kind's columns."""
    return [str(column.label) for column in kind.columns]


def current_cells(kind: ImportKind) -> Iterator[list[CellValue]]:
    """Yield the records of a kind as rows of its table."""
    readers = column_readers(kind)
    for values in kind.current_rows():
        yield [reader.cell(values.get(key)) for key, reader in readers.items()]
