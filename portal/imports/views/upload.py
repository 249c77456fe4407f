"""The first step: the file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from portal.core.spreadsheets import SPREADSHEET_FORMATS
from portal.imports.forms import UploadForm
from portal.imports.reading import TableFault
from portal.imports.services import start_import
from portal.imports.views.base import ImportsScreen, KindMixin


class UploadView(KindMixin, ImportsScreen):
    """Takes a table in, or says what is wrong with it."""

    template_name = "imports/upload.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the form."""
        return self.render_to_response(self.get_context_data(form=UploadForm()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take the file in."""
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                run = start_import(self.kind, form.cleaned_data["file"], request.user, form.cleaned_data["encoding"])
            except TableFault as fault:
                form.add_error("file", str(fault))
            else:
                messages.success(request, _("Файл прочитан: %(format)s.") % {"format": run.description})
                return redirect("imports:columns", run.pk)
        return self.render_to_response(self.get_context_data(form=form))

    def get_page_title(self) -> str:
        """Name the kind."""
        return _("Загрузка: %(title)s") % {"title": self.kind.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the kind, its columns and the formats of the template."""
        return super().get_context_data(kind=self.kind, formats=list(SPREADSHEET_FORMATS), **kwargs)
