"""Blocks of the section about leading industries."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.snippets.blocks import SnippetChooserBlock

from industries.enums import IndustryAccent
from media.blocks import PhotoChooserBlock
from media.preloading import PreloadedChooserMixin
from portal.core.blocks import ParagraphBlock
from portal.figures.blocks import FigureWithCaptionBlock


class IndustryChooserBlock(PreloadedChooserMixin, SnippetChooserBlock):
    """An industry, for a link to its page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("industries.Industry", **kwargs)


class IndustryCardBlock(blocks.StructBlock):
    """One leading industry: what it makes and why it matters; leads to the industry's page where one can be read."""

    title = blocks.CharBlock(label=_("Отрасль"), max_length=90)
    industry = IndustryChooserBlock(
        label=_("Ведёт на страницу отрасли"), required=False, help_text=_("Пусто — карточка никуда не ведёт.")
    )
    accent = blocks.ChoiceBlock(choices=IndustryAccent.choices, label=_("Цвет и знак"))
    text = ParagraphBlock(label=_("Текст"))
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифры"), default=[], max_num=3)
    plate = PhotoChooserBlock(label=_("Иллюстрация"), required=False)
    plate_caption = blocks.CharBlock(label=_("Подпись к иллюстрации"), max_length=200, required=False)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add where the card leads: nowhere for a retired industry, or where the menu has no entrance to industries."""
        context = super().get_context(value, parent_context=parent_context)
        entrance, industry = reverse("wagtail_serve", args=["industries/"]), value.get("industry")
        is_entered = any(item.url == entrance for item in context.get("menu") or ())
        is_shown = is_entered and industry is not None and industry.retired_on is None
        return {**context, "industry_url": reverse("industry", args=[industry.slug]) if is_shown else ""}

    class Meta:
        label = _("Карточка отрасли")
        icon = "doc-full"
        template = "industries/blocks/industry_card.html"
        description = _("Отрасль: текст, рисунок, цифры.")
        preview_value = {
            "title": _("Приборостроение и оптика"),
            "accent": IndustryAccent.INSTRUMENTS,
            "text": _("<p>Датчики, линзы и измерительные комплексы для тех, кому важна доля микрона.</p>"),
            "figures": [],
        }


class IndustryCardsBlock(blocks.ListBlock):
    """The row of leading industries, in the editor's order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(IndustryCardBlock(), **{"min_num": 1, "max_num": 8, **kwargs})

    def get_preview_value(self) -> ListValue:
        """Show one card."""
        return ListValue(self, values=[self.child_block.get_preview_value()])

    class Meta:
        label = _("Карточки отраслей")
        icon = "form"
        template = "industries/blocks/industry_cards.html"
        description = _("Отрасли-лидеры подряд.")
