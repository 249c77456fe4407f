"""What the editor of a figure shows beside its fields."""

from typing import Any

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel

from portal.core.admin_columns import date_words, period_words
from portal.figures.usage import users_of

RECENT_CHANGES = 20


class ValuesPanel(Panel):
    """Every value of the figure, the acts that may be done, and the history of those done."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "figures/admin/values_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add values with the addresses of their acts, and the newest changes."""
            context = super().get_context_data(parent_context)
            figure = self.instance
            if figure.pk:
                context["update_url"] = reverse("figures_desk:update", args=[figure.pk])
                context["rows"] = [self._row(value) for value in figure.values.select_related("source", "figure")]
                context["users"] = self._users()
                context["changes"] = figure.changes.select_related("figure__unit")[:RECENT_CHANGES]
            return context

        def _users(self) -> list[dict[str, Any]]:
            finder = AdminURLFinder(self.request.user)
            return [{"title": title, "url": finder.get_edit_url(user)} for title, user in users_of(self.instance)]

        def _row(self, value: Any) -> dict[str, Any]:
            keys = [self.instance.pk, value.pk]
            return {
                "value": value,
                "number": value.formatted(self.instance.unit).signed_text if value.value is not None else "—",
                "period": period_words(value.period),
                "as_of": date_words(value.as_of),
                "is_past_review": value.is_current and value.is_past_review(),
                "correct_url": reverse("figures_desk:correct", args=keys),
                "review_url": reverse("figures_desk:review", args=keys),
            }
