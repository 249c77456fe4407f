"""Sites side by side: which are chosen by the address, what stands in each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from technopolis.enums import FactKind
from technopolis.models import Site, SiteFact
from technopolis.site_display import SiteDisplay, SourcedText, date_text, display_sites, status_remark

FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Row:
    """One subject with the values of every site."""

    title: str
    cells: tuple[tuple[SourcedText, ...], ...]


@dataclass(frozen=True)
class Comparison:
    """The chosen sites and their rows, or what is wrong with the choice."""

    sites: tuple[SiteDisplay, ...]
    rows: tuple[Row, ...]
    problem: str = ""

    @property
    def chosen(self) -> frozenset[str]:
        """The addresses of the chosen sites."""
        return frozenset(display.site.slug for display in self.sites)


def compare(slugs: Sequence[str], sites: Sequence[Site], counts: Mapping[int, int]) -> Comparison:
    """Return the comparison of the sites named by ``slugs``, each once, in the order of the address."""
    by_slug = {site.slug: site for site in sites}
    named = list(dict.fromkeys(slugs))
    chosen = display_sites([by_slug[slug] for slug in named if slug in by_slug], counts)
    problem = _problem(named, by_slug, len(chosen))
    rows = () if problem or not chosen else _rows(chosen, bool(counts))
    return Comparison(tuple(chosen), rows, problem)


def _problem(named: Sequence[str], known: Mapping[str, Site], count: int) -> str:
    unknown = [slug for slug in named if slug not in known]
    if unknown:
        return _("Такой площадки нет: %(names)s. Выберите площадки из перечня.") % {
            "names": ", ".join(slug[:60] for slug in unknown[:MOST])
        }
    if count > MOST:
        return _("Сравнить можно не больше четырёх площадок, а выбрано %(count)d. Оставьте нужные.") % {"count": count}
    if count == 1:
        return _("Одну площадку сравнить не с чем: выберите ещё хотя бы одну.")
    return ""


def _rows(chosen: Sequence[SiteDisplay], has_directory: bool) -> tuple[Row, ...]:
    def row(title: str, *cells: tuple[SourcedText, ...]) -> Row:
        return Row(title, cells)

    facts = _facts([display.site for display in chosen])
    rows = [
        row(
            _("Округ"),
            *((SourcedText(f"{one.site.district.name}, {one.site.locality}".strip(", ")),) for one in chosen),
        ),
        row(_("Площадь"), *((one.area,) for one in chosen)),
        row(_("В зоне с года"), *((one.joined,) for one in chosen)),
        row(_("Специализация"), *((one.specialisation,) for one in chosen)),
    ]
    if has_directory:
        rows.append(
            row(_("Предприятий в каталоге"), *((SourcedText(str(one.enterprise_count or 0)),) for one in chosen))
        )
    for kind, title in ((FactKind.METRIC, _("Показатели")), (FactKind.PLAN, _("Планы"))):
        rows.append(row(title, *(tuple(facts.get((one.site.pk, kind), ())) for one in chosen)))
    return tuple(rows)


def _facts(sites: Sequence[Site]) -> dict[tuple[int, str], list[SourcedText]]:
    found: dict[tuple[int, str], list[SourcedText]] = {}
    for fact in SiteFact.objects.filter(site__in=sites).select_related("source").order_by("site", "sort_order"):
        old = _("историческое значение") if fact.is_historical else ""
        remark = "; ".join(filter(None, [old, status_remark(fact.status)]))
        found.setdefault((fact.site_id, fact.kind), []).append(
            SourcedText(fact.text, remark, date_text(fact.as_of), fact.source)
        )
    return found
