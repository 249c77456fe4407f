"""What the directory tells on the pages of the zone: which organisations stand on a site."""

from collections.abc import Mapping

from django.db.models import Count
from django.urls import reverse

from industries.enums import Residency
from industries.models import Enterprise
from technopolis.models import Site
from technopolis.site_parts import SiteEnterprise, SiteEnterprises

MOST_SHOWN = 12


def enterprises_of_site(site: Site) -> SiteEnterprises:
    """Return the first organisations of ``site`` and where all of them are listed. Two queries."""
    on_site = Enterprise.objects.shown().filter(site=site)
    shown = tuple(
        SiteEnterprise(
            name=enterprise.name,
            url=reverse("enterprise", args=[enterprise.slug]),
            note=enterprise.products,
            is_resident=enterprise.residency == Residency.RESIDENT,
        )
        for enterprise in on_site.only("name", "slug", "products", "residency")[:MOST_SHOWN]
    )
    directory = f"{reverse('wagtail_serve', args=['enterprises/'])}?site={site.slug}"
    return SiteEnterprises(total=on_site.count(), shown=shown, url=directory)


def counts_by_site() -> Mapping[int, int]:
    """Return how many organisations stand on each site. One query."""
    counted = Enterprise.objects.shown().filter(site__isnull=False).order_by().values_list("site_id")
    return dict(counted.annotate(count=Count("pk")))
