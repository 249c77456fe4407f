"""How many enterprises the directory holds, to be set beside what is stated elsewhere."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from industries.enums import Residency
from industries.models import Enterprise, Industry
from portal.figures.counters import InvalidFilter, register_counter


def count_enterprises(wanted: QueryDict) -> int:
    """Return the number of enterprises visitors see, of one industry or residency if asked."""
    enterprises = Enterprise.objects.counted()
    if "residency" in wanted:
        if wanted["residency"] not in Residency.values:
            raise InvalidFilter(wanted["residency"])
        enterprises = enterprises.filter(residency=wanted["residency"])
    if "industry" in wanted:
        industry = Industry.objects.filter(slug=wanted["industry"]).first()
        if industry is None:
            raise InvalidFilter(wanted["industry"])
        enterprises = enterprises.filter(industry=industry)
    return enterprises.count()


def register() -> None:
    """Offer the count to figures."""
    register_counter("enterprises", count_enterprises, _("Предприятия справочника"), ("industry", "residency"))
