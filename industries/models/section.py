"""The section of the article about leading industries."""

from django.utils.translation import gettext_lazy as _

from industries.blocks import IndustryCardsBlock
from portal.core.blocks import ParagraphBlock
from portal.core.models import BodySectionPage, section_body


class LeadingIndustriesSectionPage(BodySectionPage):
    """The industries that lead the region, a card each."""

    page_description = _("Отрасли-лидеры: карточки с текстом и рисунком.")
    section_template = "industries/sections/leading_industries.html"

    body = section_body(
        ("paragraph", ParagraphBlock()),
        ("industry_cards", IndustryCardsBlock()),
    )

    class Meta:
        verbose_name = _("раздел «Отрасли-лидеры»")
        verbose_name_plural = _("разделы «Отрасли-лидеры»")
