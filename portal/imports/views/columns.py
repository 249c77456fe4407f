"""The second step: which column is which."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from portal.imports.enums import RunStatus
from portal.imports.forms import ColumnsForm
from portal.imports.headers import header_remarks, understand
from portal.imports.models import ImportRun
from portal.imports.reading import TableRow
from portal.imports.samples import sample_rows
from portal.imports.services import StepRefused, choose_columns
from portal.imports.views.base import ImportsScreen, RunMixin


class ColumnsView(RunMixin, ImportsScreen):
    """Shows the beginning of the table and asks what its columns mean."""

    template_name = "imports/columns.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the form; an import that is over or somebody else's leads to its own screen."""
        if not self.run.is_open or not self.is_own:
            return redirect(self.run_url)
        return self.render_to_response(self.get_context_data(form=ColumnsForm(kind=self.kind, run=self.run)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Remember the columns and begin the check."""
        form = ColumnsForm(request.POST, kind=self.kind, run=self.run)
        if not form.is_valid() and not self.is_stale:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            choose_columns(self.run, form.places(), request.user, self.seen)
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        return redirect(self.run_url)

    def get_page_title(self) -> str:
        """Say what is asked."""
        return _("Столбцы таблицы")

    def remarks(self) -> list[str]:
        """Return what should be known of the header."""
        understood = understand(TableRow(self.run.header_row, self.run.header), self.kind.columns)
        return understood.remarks + header_remarks(self.run.header, self.run.columns, self.kind.columns)

    def last_crumbs(self) -> list[dict[str, Any]]:
        """Lead through the import."""
        return [{"url": self.run_url, "label": self.run.file_name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the table's beginning and what should be known of its header."""
        former = ImportRun.objects.filter(
            kind=self.run.kind, fingerprint=self.run.fingerprint, status=RunStatus.APPLIED
        ).exclude(pk=self.run.pk)
        return super().get_context_data(
            run=self.run,
            remarks=self.remarks(),
            former=former.first(),
            sample=sample_rows(self.run),
            **kwargs,
        )
