"""The report of organisations with gaps: what is missing, and how long ago they were checked."""

from collections.abc import Mapping
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from industries.admin.exports import WrittenDownExportMixin
from industries.admin.filters import EnterpriseFilterSet
from industries.enums import Residency
from industries.models import Enterprise
from portal.core.admin_columns import date_words

GAPS: Mapping[str, tuple[Any, Q]] = {
    "gap_products": (_("продукция"), Q(products="")),
    "gap_place": (_("место"), Q(site__isnull=True, district__isnull=True)),
    "gap_residency": (_("резидентство"), Q(residency=Residency.UNKNOWN)),
    "gap_inn": (_("ИНН"), Q(inn="")),
    "gap_founded": (_("год основания"), Q(founded__isnull=True)),
    "gap_website": (_("сайт"), Q(website="")),
    "gap_source": (_("источник"), Q(source__isnull=True)),
}


def with_gaps(enterprises: QuerySet) -> QuerySet:
    """Return the records with each of their gaps as 0 or 1, those with the most gaps first."""
    flags = {
        name: Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
        for name, (_label, condition) in GAPS.items()
    }
    counted = enterprises.annotate(**flags).annotate(gap_count=reduce(add, (F(name) for name in GAPS)))
    return counted.order_by("-gap_count", F("verified_on").asc(nulls_first=True), "name")


def gaps_of(enterprise: Enterprise) -> str:
    """Return in words what a record of :func:`with_gaps` lacks."""
    return ", ".join(str(label) for name, (label, _condition) in GAPS.items() if getattr(enterprise, name))


class EnterpriseGapsView(WrittenDownExportMixin, ReportView):
    """Organisations in use, those with the most gaps first."""

    model = Enterprise
    page_title = _("Пробелы в карточках предприятий")
    header_icon = "list-ul"
    index_url_name = "enterprise_gaps"
    index_results_url_name = "enterprise_gaps_results"
    filterset_class = EnterpriseFilterSet
    default_ordering = None
    list_export = ["name", "gap_count", "verified_on", "as_of", "confidence"]
    export_filename = "enterprise-gaps"
    export_headings = {"gap_count": _("Пробелов")}
    paginate_by = 50
    permission_policy = policy_registry.get_by_type(Enterprise)
    any_permission_required = ["change", "publish"]

    columns = [
        TitleColumn("name", label=_("Название"), url_name="wagtailsnippets_industries_enterprise:edit"),
        Column("gap_count", label=_("Пробелов")),
        Column("gaps", label=_("Чего нет"), accessor=gaps_of),
        Column("verified_on", label=_("Проверено")),
        Column("as_of", label=_("На дату"), accessor=lambda enterprise: date_words(enterprise.as_of)),
        Column("confidence", label=_("Надёжность"), accessor="get_confidence_display"),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what is in use, those with the most gaps first."""
        in_use = Enterprise.objects.filter(retired_on__isnull=True, merged_into__isnull=True)
        return with_gaps(in_use)
