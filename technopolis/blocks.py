"""Blocks of the sections about the zone: then and now, benefits, sites."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue

from media.blocks import PhotoChooserBlock
from media.preloading import preloaded
from portal.core.blocks import ParagraphBlock
from portal.core.numbers import Period
from portal.figures.blocks import FigureWithCaptionBlock
from portal.figures.examples import example_rate
from technopolis.benefit_display import BenefitDisplay, display_benefits
from technopolis.enums import BenefitScope, Regime, Tax
from technopolis.rate_display import TaxSteps, tax_steps
from technopolis.site_display import site_url


class MomentBlock(blocks.StructBlock):
    """One side of a comparison: a time, a few words, a picture."""

    period = blocks.CharBlock(label=_("Когда"), max_length=60, help_text=_("Например: «Прежде», «1930-е», «Сейчас»."))
    text = ParagraphBlock(label=_("Текст"))
    photo = PhotoChooserBlock(label=_("Фото или рисунок"), required=False)
    photo_caption = blocks.CharBlock(label=_("Подпись к снимку"), max_length=200, required=False)

    class Meta:
        label = _("Момент")
        icon = "time"


class ThenNowBlock(blocks.StructBlock):
    """One place in two times, side by side."""

    name = blocks.CharBlock(label=_("Место"), max_length=80)
    then = MomentBlock(label=_("Было"))
    now = MomentBlock(label=_("Стало"))

    class Meta:
        label = _("Было и стало")
        icon = "history"
        template = "technopolis/blocks/then_now.html"
        description = _("Одно место в двух временах.")
        preview_value = {
            "name": _("Заводской квартал"),
            "then": {"period": _("Прежде"), "text": _("<p>Длинные кирпичные цеха с пилообразной крышей.</p>")},
            "now": {"period": _("Сейчас"), "text": _("<p>Лаборатории, чистые помещения и сборка.</p>")},
        }


class StepBlock(blocks.StructBlock):
    """One step of a rate that changes with the years."""

    figure = FigureWithCaptionBlock(label=_("Ставка"))
    period = blocks.CharBlock(label=_("Срок"), max_length=60, help_text=_("Например: «до конца 2027 года»."))

    class Meta:
        label = _("Ступень")
        icon = "arrow-up-big"

    def example(self, percent: str, period: str) -> blocks.StructValue:
        """Return a step of an example rate."""
        shown = self.child_blocks["figure"]._to_struct_value(
            [("figure", example_rate(percent, period)), ("caption", "")]
        )
        return self._to_struct_value([("figure", shown), ("period", Period.parse(period).text())])


def every_tax() -> list[tuple[str, Any]]:
    """Return the taxes whose rates may stand in a benefit."""
    return Tax.choices


class BenefitValue(blocks.StructValue):
    """A benefit with the steps of its tax, read from the rates."""

    @cached_property
    def rates(self) -> TaxSteps | None:
        """The published steps of the resident's rate; none without a tax."""
        tax = self.get("tax")
        if not tax:
            return None
        rates = [rate for rate in table_of("TaxRate") if rate.is_published and rate.regime == Regime.RESIDENT]
        chosen = tax_steps(rate for rate in rates if rate.tax == tax)
        return chosen[0] if chosen else None


@dataclass(frozen=True)
class ListedSite:
    """One site in the article's list, with the number it has on the map."""

    number: int
    name: str
    place: str
    url: str


class SiteListValue(blocks.StructValue):
    """The list of sites, read from their records."""

    @cached_property
    def sites(self) -> list[ListedSite]:
        """The published sites by number; their pages are written in the site's own language only."""
        live = sorted((site for site in table_of("Site") if site.live), key=lambda site: site.position)
        has_pages = get_language() == settings.LANGUAGE_CODE
        return [
            ListedSite(site.position, site.name, site.district.short_name, site_url(site) if has_pages else "")
            for site in live
        ]


def table_of(name: str) -> list[Any]:
    """Return the records of a model of this app: those fetched for the whole page, or from the database."""
    model = apps.get_model("technopolis", name)
    loaded = preloaded(model)
    return list(model.objects.for_display() if loaded is None else loaded.values())


class BenefitBlock(blocks.StructBlock):
    """One benefit of a resident: the number that stands for it, the conditions, the steps of a rate."""

    title = blocks.CharBlock(label=_("Льгота"), max_length=100)
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифра"), default=[], max_num=1)
    text = ParagraphBlock(label=_("Условия"))
    tax = blocks.ChoiceBlock(
        choices=every_tax,
        required=False,
        label=_("Ступени какого налога"),
        help_text=_("Ставки придут из справочника: изменятся там — изменятся и здесь."),
    )
    steps = blocks.ListBlock(
        StepBlock(),
        label=_("Ступени ставки"),
        default=[],
        max_num=6,
        help_text=_("Если ставка со временем растёт, покажите все ступени: одна первая вводит в заблуждение."),
    )

    @property
    def whole_tables(self) -> tuple[Any, ...]:
        """The steps may be of any tax: a composed page reads all rates at once."""
        return (apps.get_model("technopolis", "TaxRate"),)

    def get_preview_value(self) -> blocks.StructValue:
        """Show a rate that rises twice."""
        value = super().get_preview_value()
        steps = self.child_blocks["steps"]
        rates = (("2", "до 2027"), ("7", "2028–2032"), ("14.5", "с 2033"))
        value["steps"] = ListValue(
            steps, values=[steps.child_block.example(percent, period) for percent, period in rates]
        )
        return value

    class Meta:
        label = _("Льгота")
        icon = "tick-inverse"
        template = "technopolis/blocks/benefit.html"
        value_class = BenefitValue
        description = _("Льгота с цифрой, условиями и ступенями ставки.")
        preview_value = {
            "title": _("Пониженная ставка налога"),
            "figures": [],
            "text": _("<p>Ставка растёт ступенями, и все они известны заранее.</p>"),
            "steps": [],
        }


class BenefitsBlock(blocks.ListBlock):
    """The benefits in the editor's order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(BenefitBlock(), **{"min_num": 1, "max_num": 8, **kwargs})

    def get_preview_value(self) -> ListValue:
        """Show one benefit."""
        return ListValue(self, values=[self.child_block.get_preview_value()])

    class Meta:
        label = _("Льготы")
        icon = "tick-inverse"
        template = "technopolis/blocks/benefits.html"
        description = _("Льготы подряд.")


class BenefitRecordsValue(blocks.StructValue):
    """Published benefits of residents, read from their records."""

    @cached_property
    def benefits(self) -> list[BenefitDisplay]:
        """The benefits in their own order."""
        return display_benefits(
            benefit
            for benefit in table_of("Benefit")
            if benefit.is_published and benefit.scope == BenefitScope.RESIDENT
        )

    @property
    def page_url(self) -> str:
        """Where all rates and conditions stand; that page is written in the site's own language only."""
        return reverse("technopolis:benefits") if get_language() == settings.LANGUAGE_CODE else ""


class BenefitRecordsBlock(blocks.StructBlock):
    """What else holds for a resident: every published record, with its source and the day it was checked."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)

    @property
    def whole_tables(self) -> tuple[Any, ...]:
        """A composed page reads all benefits at once."""
        return (apps.get_model("technopolis", "Benefit"),)

    class Meta:
        label = _("Условия для резидента")
        icon = "list-ul"
        template = "technopolis/blocks/benefit_records.html"
        description = _("Опубликованные льготы и условия из справочника, со сроком и источником.")
        value_class = BenefitRecordsValue
        preview_value = {"title": _("Остальные условия")}


class SiteListBlock(blocks.StructBlock):
    """The numbered list of the zone's sites; they come from their records."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)

    @property
    def whole_tables(self) -> tuple[Any, ...]:
        """A composed page reads all sites at once."""
        return (apps.get_model("technopolis", "Site"),)

    class Meta:
        label = _("Перечень площадок")
        icon = "site"
        template = "technopolis/blocks/site_list.html"
        description = _("Опубликованные площадки по номерам.")
        value_class = SiteListValue
        preview_value = {"title": _("Площадки по порядку")}
