"""The report of facts that were to be looked at again."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from exports.models import ExportFact
from industries.models import Market
from portal.core.admin_columns import period_words
from portal.figures.enums import ValueStatus


class DueFactFilterSet(WagtailFilterSet):
    """Narrows the report down to markets and to how far a fact is checked."""

    markets = django_filters.ModelMultipleChoiceFilter(label=_("Рынки"), queryset=Market.objects.all())
    status = django_filters.ChoiceFilter(label=_("Проверка"), choices=ValueStatus.choices)

    class Meta:
        model = ExportFact
        fields = ["markets", "status", "live"]


class DueFactsView(ReportView):
    """Lists the facts whose day of review has come, the longest due first; can be downloaded."""

    page_title = _("Экспорт: пора пересмотреть")
    header_icon = "globe"
    model = ExportFact
    permission_policy = ModelPermissionPolicy(ExportFact)
    permission_required = "change"
    filterset_class = DueFactFilterSet
    index_url_name = "exports_desk:review"
    index_results_url_name = "exports_desk:review_results"
    is_searchable = False
    columns = [
        TitleColumn("subject", label=_("Факт"), url_name="wagtailsnippets_exports_exportfact:edit"),
        Column("shown_markets", label=_("Рынки")),
        Column("shown_number", label=_("Число")),
        Column("period", label=_("Период"), accessor=lambda fact: period_words(fact.period)),
        Column("shown_source", label=_("Источник")),
        Column("get_status_display", label=_("Проверка")),
        DateColumn("review_on", label=_("Пересмотреть")),
    ]
    list_export = [
        "subject",
        "shown_markets",
        "shown_number",
        "period",
        "shown_source",
        "get_status_display",
        "review_on",
    ]
    export_filename = "export-facts-due"

    @cached_property
    def no_results_message(self) -> Any:
        """Say that all is fresh where nothing is due, and only then."""
        if self.is_filtering:
            return _("С таким отбором фактов к пересмотру нет. Снимите часть фильтров.")
        return _("Пересматривать нечего: ни у одного факта срок ещё не наступил.")

    def get_queryset(self) -> QuerySet[ExportFact]:
        """Return the facts that are due today."""
        return due_facts(timezone.localdate())


def due_facts(day: date) -> QuerySet[ExportFact]:
    """Return the facts to be looked at again on ``day`` or before, the longest due first."""
    return ExportFact.objects.for_display().filter(review_on__lte=day).order_by("review_on", "subject", "pk")
