"""Whether the sites add up to what the zone states, with what is unknown counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.numbers import Comparator, format_number
from portal.figures.models import Figure
from technopolis.enums import AreaKind, Measure
from technopolis.models import Site, SiteFact, StatedTotal, Zone

HUNDRED = Decimal(100)
# «Более 390» may be exceeded by any sum, «до 390» undercut by any.
FLOORS = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
CEILINGS = frozenset({Comparator.LESS_THAN, Comparator.UP_TO})


@dataclass(frozen=True)
class TotalCheck:
    """One stated total beside the sum of the sites; ``missing`` are the sites that say nothing of it."""

    title: str
    stated: str
    total: str
    difference: str
    verdict: str
    agrees: bool
    missing: tuple[Site, ...]
    tolerance_percent: int = 0
    doubtful: tuple[str, ...] = ()
    figure: Figure | None = None


def check_totals(zone: Zone) -> list[TotalCheck]:
    """Return every total the zone states, held against its live sites, in a fixed number of queries."""
    sites = list(Site.objects.live().filter(zone=zone))
    stated = list(zone.stated_totals.all())
    figures = Figure.objects.for_display().in_bulk([total.figure_id for total in stated])
    facts = list(SiteFact.objects.filter(site__in=sites).exclude(measure="").select_related("site"))
    amounts = {(fact.measure, fact.site_id): fact.amount for fact in facts}
    checks = []
    for total in stated:
        known = {site.pk: _amount(total.measure, site, amounts) for site in sites}
        check = _check(total, figures[total.figure_id], sites, known)
        checks.append(replace(check, doubtful=_doubtful(total.measure, sites, facts)))
    return checks


def _doubtful(measure: str, sites: Sequence[Site], facts: Sequence[SiteFact]) -> tuple[str, ...]:
    """Return which summands are old or only a part, in words."""
    if measure == Measure.AREA:
        partial = [site for site in sites if site.area_hectares and site.area_kind != AreaKind.CURRENT]
        return tuple(f"{site.name}: {site.get_area_kind_display()}" for site in partial)
    old = [fact for fact in facts if fact.measure == measure and fact.is_historical]
    return tuple(f"{fact.site.name}: {_('историческое значение')}" for fact in old)


def _amount(measure: str, site: Site, amounts: dict[tuple[str, int], Decimal | None]) -> Decimal | None:
    if measure == Measure.SITES:
        return Decimal(1)
    return site.area_hectares if measure == Measure.AREA else amounts.get((measure, site.pk))


def _check(total: StatedTotal, figure: Figure, sites: Sequence[Site], known: dict[int, Decimal | None]) -> TotalCheck:
    missing = tuple(site for site in sites if known[site.pk] is None)
    added = _sum(known.values())
    value = figure.current_value
    stated = value.value if value and value.value is not None else None
    if value is None or stated is None:
        return TotalCheck(
            str(total),
            "—",
            format_number(added),
            "—",
            _("заявленное число не опубликовано"),
            False,
            missing,
            total.tolerance_percent,
            figure=figure,
        )
    agrees, verdict = _verdict(added, stated, value.comparator, total.tolerance_percent, len(missing))
    difference = format_number(added - stated)
    return TotalCheck(
        str(total), figure.formatted().text, format_number(added), difference, verdict, agrees, missing,
        total.tolerance_percent, figure=figure,
    )  # fmt: skip


def _verdict(
    added: Decimal, stated: Decimal, comparator: str, tolerance_percent: int, unknown: int
) -> tuple[bool, str]:
    tolerance = stated * tolerance_percent / HUNDRED
    if added > stated + tolerance and comparator not in FLOORS:
        return False, _("сумма больше заявленного")
    if added >= stated - tolerance or (comparator in CEILINGS and not unknown):
        return True, _("сходится")
    if unknown:
        return False, ngettext(
            "сумма меньше: нет данных у %(count)d площадки", "сумма меньше: нет данных у %(count)d площадок", unknown
        ) % {"count": unknown}
    return False, _("сумма меньше заявленного")


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
