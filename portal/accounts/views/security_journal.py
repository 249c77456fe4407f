"""The security log as administrators read it."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from portal.accounts.models import SecurityEvent, SecurityEventKind


class SecurityEventFilterSet(WagtailFilterSet):
    """Narrows the log down to what happened, to whom, from where and when."""

    kind = django_filters.MultipleChoiceFilter(label=_("Что произошло"), choices=SecurityEventKind.choices)
    entered_name = django_filters.CharFilter(label=_("Имя"), lookup_expr="icontains")
    address = django_filters.CharFilter(label=_("Адрес"), lookup_expr="exact")
    happened_at = django_filters.DateFromToRangeFilter(label=_("Когда"), widget=DateRangePickerWidget)

    class Meta:
        model = SecurityEvent
        fields = ["kind", "entered_name", "address", "happened_at"]


class SecurityJournalView(ReportView):
    """Lists sign-ins, refusals and changes of rights, newest first; can be exported."""

    page_title = _("Журнал безопасности")
    header_icon = "lock"
    model = SecurityEvent
    permission_policy = ModelPermissionPolicy(SecurityEvent)
    permission_required = "view"
    filterset_class = SecurityEventFilterSet
    index_url_name = "security_journal"
    index_results_url_name = "security_journal_results"
    is_searchable = False
    columns = [
        DateColumn("happened_at", label=_("Когда")),
        Column("get_kind_display", label=_("Что произошло")),
        Column("entered_name", label=_("Имя")),
        Column("address", label=_("Адрес")),
        Column("detail", label=_("Подробности")),
    ]
    list_export = ["happened_at", "get_kind_display", "entered_name", "address", "detail"]
    export_filename = "security-journal"

    def get_queryset(self) -> QuerySet[SecurityEvent]:
        """Return the whole log, newest first."""
        return SecurityEvent.objects.order_by("-happened_at", "-pk")
