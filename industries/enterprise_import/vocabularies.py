"""The vocabularies cells of an enterprises' table name."""

from django.db.models import Model

from industries.enums import Confidence, LegalForm, Residency, Role
from industries.models import Industry, Market
from portal.figures.figure_import.vocabularies import of_choices, sources
from portal.imports.vocabularies import Term, Vocabulary
from technopolis.models import District, Site

__all__ = [
    "confidences", "districts", "industries", "legal_forms", "markets", "residencies", "roles", "sites", "sources",
]  # fmt: skip
LINKED_MODELS: dict[str, type[Model]] = {
    "industry": Industry,
    "site": Site,
    "district": District,
    "markets": Market,
}


def industries() -> Vocabulary:
    """Industries that may still be chosen."""
    return Vocabulary(
        "Отрасли",
        lambda: Industry.objects.current().values_list("slug", "name"),
        lambda: Industry.objects.current().values_list("slug", "english_name"),
    )


def sites() -> Vocabulary:
    """Sites of the zone."""
    return Vocabulary(
        "Площадки",
        lambda: Site.objects.values_list("slug", "name"),
        lambda: Site.objects.values_list("slug", "official_name"),
    )


def districts() -> Vocabulary:
    """Districts, by name or abbreviation."""
    return Vocabulary(
        "Округа",
        lambda: District.objects.values_list("slug", "short_name"),
        lambda: District.objects.values_list("slug", "name"),
    )


def markets() -> Vocabulary:
    """Markets, by any of their names or the country's code."""
    return Vocabulary("Рынки", lambda: Market.objects.current().values_list("slug", "name"), _market_spellings)


def _market_spellings() -> list[Term]:
    rows = Market.objects.current().values_list("slug", "english_name", "iso_code", "genitive")
    return [(slug, spelling) for slug, *spellings in rows for spelling in spellings]


def legal_forms() -> Vocabulary:
    """Russian legal forms."""
    return of_choices("Формы", LegalForm)


def roles() -> Vocabulary:
    """What an organisation is."""
    return of_choices("Роли", Role)


def residencies() -> Vocabulary:
    """How it stands to the zone."""
    return of_choices("Резидентство", Residency)


def confidences() -> Vocabulary:
    """How far its source may be trusted."""
    return of_choices("Надёжность", Confidence)
