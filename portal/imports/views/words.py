"""The step in between: words that are no entries of vocabularies."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from portal.imports.forms import WordsForm
from portal.imports.services import StepRefused, choose_words
from portal.imports.views.base import ImportsScreen, RunMixin


class WordsView(RunMixin, ImportsScreen):
    """Asks which entry of a vocabulary a foreign word means; nothing is ever added to a vocabulary here."""

    template_name = "imports/words.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the words."""
        if not self.run.is_open or not self.run.unknown_words or not self.is_own:
            return redirect(self.run_url)
        return self.render_to_response(self.get_context_data(form=WordsForm(kind=self.kind, run=self.run)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Remember what they mean and check again."""
        form = WordsForm(request.POST, kind=self.kind, run=self.run)
        if not form.is_valid() and not self.is_stale:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            choose_words(self.run, form.terms(), request.user, self.seen)
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        return redirect(self.run_url)

    def get_page_title(self) -> str:
        """Say what is asked."""
        return _("Слова не из справочников")

    def last_crumbs(self) -> list[dict[str, Any]]:
        """Lead through the import."""
        return [{"url": self.run_url, "label": self.run.file_name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the run."""
        return super().get_context_data(run=self.run, **kwargs)
