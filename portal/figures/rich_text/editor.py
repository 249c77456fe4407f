"""How an inline figure stands in the editor: a chip with the number as visitors will see it."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Entity, EntityRange
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    FORCE_WHITESPACE,
    KEEP_WHITESPACE,
    add_paragraph_block,
)
from wagtail.admin.rich_text.editors.draftail.features import ControlFeature, EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.figures.display import FigureDisplay
from portal.figures.enums import DOUBTFUL
from portal.figures.models import Figure
from portal.figures.rich_text.handler import FigureEmbedHandler, figure_key
from portal.figures.rich_text.repeated_words import words_after, words_before

FEATURE = "figure"
NUMBERS_FEATURE = "figure-numbers"
ENTITY = "FIGURE"
GONE = "⟨?⟩"


def chip_data(figure: Figure) -> dict[str, Any]:
    """Return what the chip of ``figure`` shows: its number, its subject, and what to mind when it is used."""
    display = FigureDisplay.of(figure)
    return {
        "id": str(figure.pk),
        "shown": display.formatted.text if display else GONE,
        "subject": str(figure),
        "warning": " ".join(str(warning) for warning in warnings_about(figure)),
    }


def chosen_data(figure: Figure) -> dict[str, Any]:
    """Return what the editor needs to put ``figure`` in the place of a typed number: its chip, and the words around the
    number that the figure says itself.
    """
    return {**chip_data(figure), "before": words_before(figure), "after": words_after(figure.unit)}


def warnings_about(figure: Figure) -> list[Any]:
    """Return what an editor should know before using ``figure``."""
    value = figure.value_on_site
    if not figure.live or value is None:
        return [_("Цифра не опубликована: на сайте её не видно.")]
    found: list[Any] = []
    if value.is_past_review():
        found.append(_("Пора пересмотреть: у числа на сайте стоит его дата."))
    if value.status in DOUBTFUL:
        found.append(_("Проверка: %(status)s.") % {"status": value.get_status_display()})
    return found


class FigureElementHandler:
    """Reads an inline figure from the stored text into the editor."""

    def handle_starttag(self, name: str, attrs: list[tuple[str, str]], state: Any, contentstate: Any) -> None:
        """Put the figure's number into the text as one chip."""
        if state.current_block is None:
            add_paragraph_block(state, contentstate)
        if state.leading_whitespace == FORCE_WHITESPACE:
            state.current_block.text += " "
        state.leading_whitespace = KEEP_WHITESPACE
        key = figure_key(dict(attrs))
        figure = Figure.objects.for_display().filter(pk=key).first() if key is not None else None
        data = chip_data(figure) if figure else {"id": str(key or ""), "shown": GONE, "subject": "", "warning": ""}
        entity_range = EntityRange(contentstate.add_entity(Entity(ENTITY, "IMMUTABLE", data)))
        entity_range.offset = len(state.current_block.text)
        entity_range.length = len(data["shown"])
        state.current_block.text += data["shown"]
        state.current_block.entity_ranges.append(entity_range)

    def handle_endtag(self, name: str, state: Any, contentstate: Any) -> None:
        """An embed has no content."""


def stored_figure(props: dict[str, Any]) -> Any:
    """Return the stored form of a chip: the key only, never the number."""
    return DOM.create_element("embed", {"embedtype": FigureEmbedHandler.identifier, "id": props.get("id")})


def register_figure_feature(features: FeatureRegistry) -> None:
    """Offer the inline figure, and the list of bare numbers, to rich text editors."""
    features.register_embed_type(FigureEmbedHandler)
    features.register_editor_plugin(
        "draftail",
        FEATURE,
        EntityFeature(
            {
                "type": ENTITY,
                "icon": "order",
                "description": _("Цифра"),
                "chooserUrls": {
                    "figureChooser": reverse_lazy(Figure.snippet_viewset.chooser_viewset.get_url_name("choose"))
                },
            },
            js=["wagtailadmin/js/chooser-modal.js", "figures/admin/inline-figure.js"],
            css={"all": ["figures/admin/inline-figure.css"]},
        ),
    )
    features.register_editor_plugin(
        "draftail", NUMBERS_FEATURE, ControlFeature({"type": NUMBERS_FEATURE}, js=["figures/admin/bare-numbers.js"])
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {'embed[embedtype="figure"]': FigureElementHandler()},
            "to_database_format": {"entity_decorators": {ENTITY: stored_figure}},
        },
    )
