"""The screen of one import: what would happen, row by row, and what can be done now."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.imports.enums import RowState, RunStatus
from portal.imports.presentation import row_views
from portal.imports.views.base import ImportsScreen, RunMixin
from portal.imports.writing import written_rows

ROWS_A_PAGE = 50


class RunView(RunMixin, ImportsScreen):
    """Shows the check of a table, fifty rows at a time."""

    template_name = "imports/run.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the import."""
        state = request.GET.get("state", "")
        rows = self.run.rows.order_by("number")
        if state in RowState.values:
            rows = rows.filter(state=state)
        page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("p"))
        return self.render_to_response(
            self.get_context_data(
                run=self.run,
                kind=self.kind,
                state=state,
                page=page,
                rows=row_views(self.kind, page.object_list),
                tabs=self.tabs(),
                events=self.run.events.select_related("person"),
                words_count=sum(len(words) for words in self.run.unknown_words.values()),
                is_own=self.is_own,
                awaits_person=self.run.status == RunStatus.WAITING,
                is_checked=self.run.status == RunStatus.CHECKED,
                is_written=self.run.status == RunStatus.APPLIED,
                awaits_undo=self.run.status == RunStatus.UNDO_WAITING,
                has_asked_undo=self.run.undone_by_id == request.user.pk,
                done=self.done_rows(),
            )
        )

    def tabs(self) -> list[tuple[str, str, int]]:
        """Return the states rows are in, with how many; rows that change nothing are only counted."""
        return [
            (state.value, str(state.label), self.run.counts[state]) for state in RowState if self.run.counts.get(state)
        ]

    def done_rows(self) -> int:
        """Return how far the work in the background has come."""
        return self.run.progress if self.run.status == RunStatus.CHECKING else written_rows(self.run.pk)

    def get_page_title(self) -> str:
        """Name the kind and the file."""
        return f"{self.kind.title}: {self.run.file_name}"


class RunStateView(RunMixin, ImportsScreen):
    """Tells the screen that waits how far the work has come."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Answer with the state and the rows done."""
        done = self.run.progress if self.run.status == RunStatus.CHECKING else written_rows(self.run.pk)
        words = _("строк: %(count)d") % {"count": done} if done else ""
        return JsonResponse(
            {
                "is_working": self.run.is_working and not self.run.is_silent,
                "done": words,
                "url": reverse("imports:run", args=[self.run.pk]),
            }
        )
