"""Blocks that put a figure on a page: the number itself always comes from its record."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.snippets.blocks import SnippetChooserBlock

from media.preloading import PreloadedChooserMixin
from portal.figures.display import FigureDisplay
from portal.figures.examples import example_figure


class FigureChooserBlock(PreloadedChooserMixin, SnippetChooserBlock):
    """Chooses a figure; on a composed page it takes the record fetched with all the others."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__("figures.Figure", **{"icon": "order", **kwargs})


class FigureValueStruct(blocks.StructValue):
    """A chosen figure as the page shows it."""

    @cached_property
    def display(self) -> FigureDisplay | None:
        """The figure with its caption, or ``None`` while it may not be shown."""
        figure = self.get("figure")
        return FigureDisplay.of(figure, caption=self.get("caption", "")) if figure else None


class FigureWithCaptionBlock(blocks.StructBlock):
    """A figure and, if the place needs it, a caption of its own."""

    figure = FigureChooserBlock(label=_("Цифра"))
    caption = blocks.CharBlock(
        label=_("Подпись здесь"), max_length=160, required=False, help_text=_("Пусто — обычная подпись цифры.")
    )

    def get_preview_value(self) -> blocks.StructValue:
        """Show the example figure."""
        return self._to_struct_value([("figure", example_figure()), ("caption", "")])

    class Meta:
        label = _("Цифра")
        icon = "order"
        template = "figures/blocks/figure.html"
        description = _("Число из справочника цифр с подписью.")
        value_class = FigureValueStruct


class FigureLayout(models.TextChoices):
    """How large a figure stands."""

    HERO = "hero", _("на всю ширину")
    STANDARD = "standard", _("обычная")


class FigureBlock(FigureWithCaptionBlock):
    """A figure standing alone in the text."""

    layout = blocks.ChoiceBlock(choices=FigureLayout.choices, default=FigureLayout.STANDARD, label=_("Размер"))

    def get_preview_value(self) -> blocks.StructValue:
        """Show the example figure across the page."""
        return self._to_struct_value([("figure", example_figure()), ("caption", ""), ("layout", FigureLayout.HERO)])

    class Meta:
        label = _("Цифра")
        icon = "order"
        template = "figures/blocks/figure_alone.html"
        description = _("Одно число крупно.")
        value_class = FigureValueStruct


class FigureStripBlock(blocks.StructBlock):
    """Several figures side by side."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифры"), min_num=2, max_num=6)

    def get_preview_value(self) -> blocks.StructValue:
        """Show the example figure twice."""
        figures = self.child_blocks["figures"]
        example = figures.child_block.get_preview_value()
        return self._to_struct_value(
            [("title", _("Цех в цифрах")), ("figures", ListValue(figures, values=[example, example]))]
        )

    class Meta:
        label = _("Полоса цифр")
        icon = "grip"
        template = "figures/blocks/figure_strip.html"
        description = _("Две-шесть цифр в ряд.")
