"""How an inline figure is kept, found and shown to visitors."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.template.loader import render_to_string
from wagtail.rich_text import EmbedHandler

from media.preloading import preloaded
from portal.figures.display import FigureDisplay
from portal.figures.models import Figure


class FigureEmbedHandler(EmbedHandler):
    """Turns ``<embed embedtype="figure" id="5"/>`` into the number with its unit in agreement.

    On a composed page it takes the record fetched with all the others; a figure that may not be shown leaves nothing.
    """

    identifier = "figure"

    @staticmethod
    def get_model() -> type[Figure]:
        """Inline figures are figures."""
        return Figure

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the text of each figure; two queries for all of them where none is preloaded."""
        keys = [figure_key(attrs) for attrs in attrs_list]
        figures = cls._figures([key for key in keys if key is not None])
        return [cls._shown(figures.get(key)) for key in keys]

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """Return the text of one figure."""
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Figure], Any, str, str]]:
        """Tell Wagtail's index of references which figure the text uses."""
        key = figure_key(attrs)
        if key is not None:
            yield cls.get_model(), str(key), "", ""

    @staticmethod
    def _figures(keys: list[int]) -> Mapping[Any, Any]:
        known = preloaded(Figure)
        return known if known is not None else Figure.objects.for_display().in_bulk(keys)

    @staticmethod
    def _shown(figure: Figure | None) -> str:
        display = FigureDisplay.of(figure) if figure else None
        return render_to_string("figures/components/inline_figure.html", {"figure": display}).strip() if display else ""


def figure_key(attrs: Mapping[str, Any]) -> int | None:
    """Return the key an embed names, or ``None`` where it is none."""
    key = str(attrs.get("id") or "")
    return int(key) if key.isascii() and key.isdigit() else None
