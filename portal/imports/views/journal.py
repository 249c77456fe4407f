"""All imports, newest first."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from portal.imports.access import kinds_for
from portal.imports.enums import RunStatus
from portal.imports.kinds import find_kind, import_kinds
from portal.imports.models import ImportRun


def kind_choices() -> list[tuple[str, Any]]:
    """Return the kinds that are offered."""
    return [(kind.slug, kind.title) for kind in import_kinds()]


class RunFilterSet(WagtailFilterSet):
    """Narrows the journal down."""

    kind = django_filters.ChoiceFilter(label=_("Что загружается"), choices=kind_choices)
    status = django_filters.MultipleChoiceFilter(label=_("Состояние"), choices=RunStatus.choices)
    uploaded_at = django_filters.DateFromToRangeFilter(label=_("Когда"), widget=DateRangePickerWidget)

    class Meta:
        model = ImportRun
        fields = ["kind", "status", "uploaded_at"]


class KindColumn(Column):
    """Says in words what was imported."""

    def get_value(self, instance: ImportRun) -> Any:
        """Return the kind's title."""
        kind = find_kind(instance.kind)
        return kind.title if kind else instance.kind


class JournalView(ReportView):
    """Lists the imports; begins new ones."""

    template_name = "imports/journal.html"
    page_title = _("Загрузка таблиц")
    header_icon = "upload"
    model = ImportRun
    permission_policy = ModelPermissionPolicy(ImportRun)
    permission_required = "view"
    filterset_class = RunFilterSet
    index_url_name = "imports:index"
    index_results_url_name = "imports:index_results"
    is_searchable = False
    columns = [
        TitleColumn("file_name", label=_("Файл"), url_name="imports:run", classname="import-file"),
        KindColumn("kind", label=_("Что загружается")),
        Column("get_status_display", label=_("Состояние")),
        Column("uploaded_by", label=_("Кто загрузил")),
        Column("approved_by", label=_("Кто утвердил")),
        DateColumn("uploaded_at", label=_("Когда")),
    ]
    list_export = ["file_name", "kind", "status", "uploaded_by", "approved_by", "uploaded_at"]
    export_filename = "imports"

    request: HttpRequest

    @cached_property
    def no_results_message(self) -> Any:
        """Say how to begin where nothing has been brought in yet."""
        if self.is_filtering:
            return _("С таким отбором загрузок нет. Снимите часть фильтров.")
        return _("Загрузок ещё не было. Чтобы начать, нажмите вверху, что вы загружаете.")

    def get_queryset(self) -> QuerySet[ImportRun]:
        """Return the imports the person may look into, newest first."""
        return (
            ImportRun.objects.seen_by(self.request.user)
            .select_related("uploaded_by", "approved_by")
            .order_by("-uploaded_at", "-pk")
        )

    def get_header_buttons(self) -> list[Any]:
        """Offer a button for each kind the person may import."""
        begin = [
            HeaderButton(str(kind.title), reverse("imports:upload", args=[kind.slug]), icon_name="plus")
            for kind in kinds_for(self.request.user)
        ]
        return [*begin, *super().get_header_buttons()]
