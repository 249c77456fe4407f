"""Which text fields visitors never see: all that are not named here. A new field is internal until it is named.

Fields that are a part of a page's frame or of an address, and numbers spelt as text, stand here too: a word in their
place would change which pages there are, not what they tell.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model

TEXTS = frozenset({"CharField", "TextField", "EmailField", "URLField"})
SHORTEST = 20  # what is shorter can't hold the word and a number

SHOWN = {
    "core.IndexPage": {"heading", "lead", "plate_caption"},
    "core.SectionPage": {"anchor", "heading", "lead", "nav_label", "plate_caption"},
    "core.SiteIdentity": {"about", "contact_email", "name", "publisher", "region_genitive"},
    "exports.CasePhoto": {"caption"},
    "exports.ExportCase": {
        "period", "result_caption", "result_caption_english", "search_words", "story", "story_english", "title",
        "title_english",
    },
    "exports.ExportFact": {
        "base_period", "period", "period_wording", "period_wording_english", "statement", "statement_english",
        "subject", "subject_english",
    },
    "exports.ProductGroup": {"name", "name_english"},
    "exports.TradeEvent": {"description", "description_english", "name", "name_english", "place", "place_english"},
    "figures.Figure": {"caption", "counter_filter", "search_words", "subject", "subject_english"},
    "figures.FigureChange": {"public_note"},
    "figures.FigureTopic": {"name", "name_english"},
    "figures.FigureValue": {"comparison_base", "period", "period_note"},
    "figures.FiguresIndexPage": {"licence", "licence_url"},
    "figures.PublicationOverride": {"statement_mark"},
    "figures.Source": {"publisher", "search_words", "title", "url"},
    "figures.Unit": {"english_one", "english_other", "english_symbol", "few", "many", "name", "one", "symbol"},
    "industries.Enterprise": {"legal_name", "name", "name_key", "ogrn", "products", "search_words", "website"},
    "industries.EnterprisePhoto": {"caption"},
    "industries.EnterpriseSource": {"fact"},
    "industries.Industry": {"english_name", "name", "summary"},
    "industries.IndustryPage": {"lead", "plate_caption"},
    "industries.Market": {"accusative", "english_name", "genitive", "locative", "name"},
    "industries.PublicText": {"kind", "text", "title", "url", "words"},
    "longread.LandscapePage": {"kicker", "lead", "plate_caption", "question"},
    "media.Photo": {
        "alt_text", "alt_text_english", "copyright_notice", "creator", "license_url", "own_credit_line", "place",
        "source_url", "usage_terms",
    },
    "media.RightsHolder": {"credit_line", "name"},
    "technopolis.Benefit": {"name", "text"},
    "technopolis.BenefitStep": {"period", "unit"},
    "technopolis.District": {"name", "polygon_key"},
    "technopolis.LegalRecord": {"condition", "legal_basis"},
    "technopolis.Site": {
        "address", "area_note", "locality", "location_note", "name", "official_name", "specialisation",
    },
    "technopolis.SitePhoto": {"caption"},
    "technopolis.SourcedRecord": {"text"},
    "technopolis.Zone": {"name"},
}  # fmt: skip
OF_OTHERS = ("django.", "wagtail.", "allauth.", "taggit.", "treebeard.", "tests.")


def declared_in(model: type[Model], name: str) -> type[Model]:
    """Return the class that declares a field, an abstract one too."""
    ancestors = [ancestor for ancestor in reversed(model.__mro__) if hasattr(ancestor, "_meta")]
    return next(one for one in ancestors if any(field.name == name for field in one._meta.local_fields))


def internal_fields() -> Iterator[tuple[type[Model], Field]]:
    """Yield each text field of the portal that visitors never see."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            declaring = declared_in(model, field.name)
            is_own = not f"{declaring.__module__}.".startswith(OF_OTHERS)
            is_text = field.get_internal_type() in TEXTS and not field.choices
            is_long = field.max_length is None or field.max_length >= SHORTEST
            if is_own and is_text and is_long and field.name not in SHOWN.get(declaring._meta.label, ()):
                yield model, field
