"""Sections of the article about the special economic zone."""

from django.utils.translation import gettext_lazy as _

from media.blocks import PhotoBlock
from portal.core.blocks import FeatureListBlock, ParagraphBlock, SubheadingBlock
from portal.core.models import BodySectionPage, section_body
from portal.figures.blocks import FigureBlock, FigureStripBlock
from portal.figures.charts.blocks import ChartBlock
from technopolis.blocks import BenefitRecordsBlock, BenefitsBlock, SiteListBlock, ThenNowBlock


class ZoneHistorySectionPage(BodySectionPage):
    """How old industrial land became the zone: text and places in two times."""

    page_description = _("История зоны: текст и пары «было — стало».")
    section_template = "technopolis/sections/zone_history.html"

    body = section_body(
        ("paragraph", ParagraphBlock()), ("then_now", ThenNowBlock()), ("subheading", SubheadingBlock()),
        ("photo", PhotoBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «История зоны»")
        verbose_name_plural = _("разделы «История зоны»")


class BenefitsSectionPage(BodySectionPage):
    """What the status of a resident gives."""

    page_description = _("Льготы резидента: карточки с цифрами и ступенями ставок.")
    section_template = "technopolis/sections/benefits.html"

    body = section_body(
        ("figure", FigureBlock()), ("paragraph", ParagraphBlock()), ("benefits", BenefitsBlock()),
        ("benefit_records", BenefitRecordsBlock()), ("feature_list", FeatureListBlock()),
        ("subheading", SubheadingBlock()), ("photo", PhotoBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Льготы»")
        verbose_name_plural = _("разделы «Льготы»")


class SitesSectionPage(BodySectionPage):
    """The zone in figures and the list of its sites."""

    page_description = _("Площадки зоны: полоса цифр и перечень.")
    section_template = "technopolis/sections/sites.html"

    body = section_body(
        ("figure_strip", FigureStripBlock()), ("paragraph", ParagraphBlock()), ("site_list", SiteListBlock()),
        ("photo", PhotoBlock()), ("chart", ChartBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Площадки»")
        verbose_name_plural = _("разделы «Площадки»")
