"""Tells other apps what the directory adds to their pages and counts; imported once all models are loaded."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import register_permission_policy

from industries.figure_counters import register as register_counters
from industries.mentions import keeping, portal_texts
from industries.models import Enterprise, IndustryPage
from industries.permissions import NobodyDeletesPolicy
from industries.site_enterprises import counts_by_site, enterprises_of_site
from portal.figures.public.supports import records_on, register_support
from portal.figures.records import RecordKind, every_record, register_record_kind
from technopolis.site_parts import register_site_enterprises


def _pages_of_industries(enterprises: QuerySet) -> QuerySet:
    return IndustryPage.objects.filter(industry__enterprises__in=enterprises)


def _of_industry(page: Any, records: QuerySet) -> QuerySet:
    return records.filter(industry=page.industry_id)


register_site_enterprises(enterprises_of_site, counts_by_site)
for column in ("source", "further_sources__source"):
    register_support(
        f"enterprises-{column}",
        records_on(Enterprise.objects.open_to_visitors, _("Предприятия"), "enterprise", name="name", column=column),
    )
register_counters()
register_permission_policy(Enterprise, NobodyDeletesPolicy(Enterprise))
register_record_kind(
    RecordKind(
        Enterprise,
        Enterprise.objects.shown,
        figure_lookups=("figures",),
        pages=_pages_of_industries,
        listed_on={"industries.EnterpriseIndexPage": every_record, "industries.IndustryPage": _of_industry},
    )
)
portal_texts.register()
keeping.connect()
