"""Blocks of the section about leading industries."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue

from industries.enums import IndustryAccent
from media.blocks import PhotoChooserBlock
from portal.core.blocks import ParagraphBlock
from portal.figures.blocks import FigureWithCaptionBlock


class IndustryCardBlock(blocks.StructBlock):
    """One leading industry: what it makes and why it matters."""

    title = blocks.CharBlock(label=_("Отрасль"), max_length=90)
    accent = blocks.ChoiceBlock(choices=IndustryAccent.choices, label=_("Цвет и знак"))
    text = ParagraphBlock(label=_("Текст"))
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифры"), default=[], max_num=3)
    plate = PhotoChooserBlock(label=_("Иллюстрация"), required=False)
    plate_caption = blocks.CharBlock(label=_("Подпись к иллюстрации"), max_length=200, required=False)

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
