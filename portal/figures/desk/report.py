"""The report of figures and the panels of the admin's home that lead to it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies.base import ModelPermissionPolicy

from portal.core.admin_columns import period_words
from portal.core.numbers import format_number
from portal.figures.models import Figure, FigureValue
from portal.figures.questions import Comparison, doubtful_in_use, due_for_review, stated_and_counted, twin_values

MOST_ON_HOME = 7


class FiguresReportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Four questions about the figures, with what answers each."""

    template_name = "figures/admin/report.html"
    permission_policy = ModelPermissionPolicy(Figure)
    any_permission_required = ["change"]
    page_title = _("Цифры: свежесть и правда")
    header_icon = "order"
    _show_breadcrumbs = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is due, what is doubtful, what contradicts itself, what differs from the count."""
        return super().get_context_data(
            due=[value_row(value) for value in due_for_review()],
            doubtful=[{**value_row(value), "uses": uses} for value, uses in doubtful_in_use()],
            twins=[[value_row(value) for value in group] for group in twin_values()],
            comparisons=[comparison_row(comparison) for comparison in stated_and_counted()],
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The report is a root of its own."""
        return [{"url": "", "label": self.page_title}]


class FiguresHomePanel(Component):
    """What its reader has to look at: own figures past their day, and numbers that drift from the count."""

    name = "figures_due"
    template_name = "figures/admin/home_panel.html"
    order = 60

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the reader's own due figures, the number of all, and the drifting ones."""
        user = parent_context["request"].user
        own, everything = due_for_review(owner=user), due_for_review()
        drifting = [comparison for comparison in stated_and_counted() if comparison.is_drifting]
        return {
            "own": [value_row(value) for value in own[:MOST_ON_HOME]],
            "own_count": len(own),
            "all_count": len(everything),
            "drifting": [comparison_row(comparison) for comparison in drifting],
            "report_url": reverse("figures_desk:report"),
        }


def value_row(value: FigureValue) -> dict[str, Any]:
    """Return a value as a row of the report."""
    return {
        "value": value,
        "figure": value.figure,
        "number": value.formatted(value.figure.unit).text if value.value is not None else "—",
        "period": period_words(value.period),
        "review_day": value.review_day,
        "url": reverse(Figure.snippet_viewset.get_url_name("edit"), args=[value.figure_id]),
    }


def comparison_row(comparison: Comparison) -> dict[str, Any]:
    """Return a stated and a counted number as a row of the report."""
    counted = comparison.counted
    return {
        **value_row(comparison.stated),
        "counted": format_number(counted) if counted is not None else "",
        "is_drifting": comparison.is_drifting,
    }
