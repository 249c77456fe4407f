"""What the zone's records say about numbers that are stated elsewhere: how many sites, how many hectares."""

from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.figures.counters import InvalidFilter, register_counter
from technopolis.models import District, Site

KNOWN_FILTERS = ("district",)


def count_sites(wanted: QueryDict) -> int:
    """Return the number of published sites, of one district if asked."""
    return _sites(wanted).count()


def count_hectares(wanted: QueryDict) -> Decimal | None:
    """Return the area of the published sites, or ``None`` while the area of one of them is not known."""
    sites = _sites(wanted)
    if sites.filter(area_hectares=None).exists():
        return None
    return sites.aggregate(total=Sum("area_hectares"))["total"]


def register() -> None:
    """Offer both counts to figures."""
    register_counter("sites", count_sites, _("Площадки зоны"), KNOWN_FILTERS)
    register_counter("site-hectares", count_hectares, _("Площадь площадок, га"), KNOWN_FILTERS)


def _sites(wanted: QueryDict) -> QuerySet[Site]:
    sites = Site.objects.live()
    if "district" not in wanted:
        return sites
    district = District.objects.filter(slug=wanted["district"]).first()
    if district is None:
        raise InvalidFilter(wanted["district"])
    return sites.filter(district=district)
