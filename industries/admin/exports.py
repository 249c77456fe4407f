"""Tables of enterprises taken away from lists and reports of the admin."""

from typing import Any

from django.http import HttpRequest
from wagtail.snippets.views.snippets import IndexView

from portal.imports.enums import EventKind
from portal.imports.models import ImportEvent


class WrittenDownExportMixin:
    """Writes down who has taken enterprises away as a table, as the download of the import does."""

    request: HttpRequest

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        """Write down who asks for which table and how it is narrowed down, and send it."""
        detail = f"{self.get_filename()}.{spreadsheet_format}"  # type: ignore[attr-defined]
        person: Any = self.request.user
        narrowed = self.request.GET.copy()
        narrowed.pop("export")
        ImportEvent.objects.create(
            kind="enterprises",
            event=EventKind.EXPORTED,
            person=person,
            detail=f"{detail}?{narrowed.urlencode()}" if narrowed else detail,
        )
        return super().as_spreadsheet(queryset, spreadsheet_format)  # type: ignore[misc]


class EnterpriseIndexView(WrittenDownExportMixin, IndexView):
    """The list of enterprises."""
