"""Which sources sites, the zone's term, rates and benefits stand on; imported once all models are loaded."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.public_pages import open_pages
from portal.figures.public.supports import Support, Supported, records_on, register_support
from technopolis.enums import Regime
from technopolis.models import Benefit, Site, TaxRate, TechnopolisPage
from technopolis.rate_display import tax_steps

SITE_COLUMNS = ("area_source", "joined_source", "specialisation_source", "facts__source", "events__source")


def _keys_of_rates() -> Sequence[QuerySet]:
    return [TaxRate.objects.published().exclude(source=None).values("source")]


def _rates_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    """Return each tax with all its steps: one step is never named without the others. One query."""
    found: dict[int, list[Supported]] = defaultdict(list)
    for tax in tax_steps(TaxRate.objects.published().for_display()):
        words = f"{tax.title}, {Regime(tax.regime).label}: {tax.steps_text}"
        for source in tax.sources:
            if source.pk in sources:
                found[source.pk].append(Supported(_("Ставки налогов"), words, reverse("technopolis:calculator")))
    return found


def _keys_of_benefits() -> Sequence[QuerySet]:
    return [Benefit.objects.published().exclude(source=None).values("source")]


def _benefits_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    found: dict[int, list[Supported]] = defaultdict(list)
    for benefit in Benefit.objects.published().filter(source__in=sources):
        found[benefit.source_id or 0].append(Supported(_("Льготы"), benefit.name, reverse("technopolis:benefits")))
    return found


def _keys_of_zones() -> Sequence[QuerySet]:
    return [open_pages(TechnopolisPage).exclude(zone__source=None).values("zone__source")]


def _zones_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    found: dict[int, list[Supported]] = defaultdict(list)
    pages = open_pages(TechnopolisPage).filter(zone__source__in=sources).select_related("zone")
    for page in pages:
        address = reverse("wagtail_serve", args=[f"{page.slug}/"])
        found[page.zone.source_id or 0].append(Supported(_("Особые зоны"), page.zone.name, address))
    return found


for column in SITE_COLUMNS:
    sites = records_on(
        Site.objects.open_to_visitors, gettext_lazy("Площадки"), "technopolis:site", name="name", column=column
    )
    register_support(f"sites-{column}", sites)
register_support("rates", Support(_keys_of_rates, _rates_on))
register_support("benefits", Support(_keys_of_benefits, _benefits_on))
register_support("zones", Support(_keys_of_zones, _zones_on))
