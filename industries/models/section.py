"""The section of the article about leading industries."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from industries.blocks import IndustryCardsBlock
from portal.core.blocks import ParagraphBlock
from portal.core.models import SectionPage


class LeadingIndustriesSectionPage(SectionPage):
    """The industries that lead the region, a card each."""

    page_description = _("Отрасли-лидеры: карточки с текстом и рисунком.")
    section_template = "industries/sections/leading_industries.html"
    parent_page_types = ["longread.LandscapePage"]
    is_creatable = True

    body = StreamField(
        [("paragraph", ParagraphBlock()), ("industry_cards", IndustryCardsBlock())],
        verbose_name=_("содержание"),
        blank=True,
    )

    content_panels = [*SectionPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("раздел «Отрасли-лидеры»")
        verbose_name_plural = _("разделы «Отрасли-лидеры»")
