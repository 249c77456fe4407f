"""Blocks of the sections about the zone: then and now, benefits, sites."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue

from media.blocks import PhotoChooserBlock
from portal.core.blocks import ParagraphBlock
from portal.core.numbers import Period
from portal.figures.blocks import FigureWithCaptionBlock
from portal.figures.examples import example_rate


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


class BenefitBlock(blocks.StructBlock):
    """One benefit of a resident: the number that stands for it, the conditions, the steps of a rate."""

    title = blocks.CharBlock(label=_("Льгота"), max_length=100)
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифра"), default=[], max_num=1)
    text = ParagraphBlock(label=_("Условия"))
    steps = blocks.ListBlock(
        StepBlock(),
        label=_("Ступени ставки"),
        default=[],
        max_num=6,
        help_text=_("Если ставка со временем растёт, покажите все ступени: одна первая вводит в заблуждение."),
    )

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


class SiteStampBlock(blocks.StructBlock):
    """One site in the list: its name and where it is."""

    name = blocks.CharBlock(label=_("Площадка"), max_length=60)
    place = blocks.CharBlock(label=_("Где"), max_length=80, required=False)

    class Meta:
        label = _("Площадка")
        icon = "site"


class SiteListBlock(blocks.StructBlock):
    """The numbered list of the zone's sites."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)
    sites = blocks.ListBlock(SiteStampBlock(), label=_("Площадки"), min_num=1, max_num=30)

    class Meta:
        label = _("Перечень площадок")
        icon = "site"
        template = "technopolis/blocks/site_list.html"
        description = _("Площадки по порядку.")
        preview_value = {
            "title": _("Площадки по порядку"),
            "sites": [
                {"name": _("Северная"), "place": _("Северный округ")},
                {"name": _("Южная"), "place": _("Южный округ")},
            ],
        }
