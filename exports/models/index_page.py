"""The entrance to exports: totals, the map, markets, cases, events."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from exports.overview import Overview, read_overview
from media.preloading import preloaded_records
from portal.core.blocks import ParagraphBlock, SubheadingBlock
from portal.core.models import IndexPage
from portal.core.references import collect_stream_references
from portal.figures.blocks import FigureBlock, FigureStripBlock
from portal.figures.models import Figure


class ExportsIndexPage(IndexPage):
    """What is known of exports as a whole; facts, cases and events below it are records."""

    template = "exports/pages/index.html"
    page_description = _("Вход в раздел «Экспорт»: цифры, карта, рынки, кейсы, события.")
    is_creatable = True
    address = "exports"

    body = StreamField(
        [
            ("figure_strip", FigureStripBlock()), ("figure", FigureBlock()), ("paragraph", ParagraphBlock()),
            ("subheading", SubheadingBlock()),
        ],
        verbose_name=_("содержание"), blank=True, help_text=_("Стоит над картой: общие цифры и пояснения."),
    )  # fmt: skip
    series = models.ForeignKey(
        "figures.Figure",
        verbose_name=_("ряд для графика"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Цифра, все значения которой встанут на график. Годы и полугодия вместе не рисуются."),
    )

    content_panels = [*IndexPage.content_panels, FieldPanel("body"), FieldPanel("series")]

    class Meta:
        verbose_name = _("страница «Экспорт»")
        verbose_name_plural = _("страницы «Экспорт»")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page lists."""
        overview: Overview = read_overview(self)
        self.read_body()
        return {**super().get_context(request, *args, **kwargs), "overview": overview}

    def read_body(self) -> None:
        """Read the blocks with all their figures and units at once, whatever their number."""
        references = collect_stream_references(self.body)
        figures = Figure.objects.for_display().in_bulk(references.get(Figure, []))
        with preloaded_records({Figure: figures}):
            list(self.body)
