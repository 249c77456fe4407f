"""How many enterprises the directory holds, to be set beside what is stated elsewhere."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from industries.enums import Residency
from industries.models import Enterprise, Industry
from portal.figures.counters import InvalidFilter, register_counter


def count_enterprises(wanted: QueryDict) -> int:
    """Return the number of enterprises visitors see, of one industry or residency if asked.

    Residency goes by «status» in the directory's address, from which editors copy the filter.
    """
    enterprises = Enterprise.objects.counted()
    for name in {"residency", "status"} & set(wanted):
        if wanted[name] not in Residency.values:
            raise InvalidFilter(wanted[name])
        enterprises = enterprises.filter(residency=wanted[name])
    if "industry" in wanted:
        industry = Industry.objects.filter(slug=wanted["industry"]).first()
        if industry is None:
            raise InvalidFilter(wanted["industry"])
        enterprises = enterprises.filter(industry=industry)
    return enterprises.count()


def register() -> None:
    """Offer the count to figures."""
    register_counter(
        "enterprises", count_enterprises, _("Предприятия справочника"), ("industry", "residency", "status")
    )
