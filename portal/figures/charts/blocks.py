"""The block that puts a chart of figures into a text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.figures.blocks import FigureChooserBlock
from portal.figures.charts.chart import Chart
from portal.figures.charts.from_figures import ChartForm, chart_of_figures
from portal.figures.examples import example_figure

MOST_FIGURES = 8


class ChartValue(blocks.StructValue):
    """A chart as the page shows it."""

    @cached_property
    def chart(self) -> Chart | None:
        """The chart, or ``None`` while its figures give none: rather nothing than a wrong picture."""
        try:
            return self.drawn()
        except ValueError:
            return None

    def drawn(self) -> Chart:
        """Return the chart.

        Raises:
            ValueError: the figures give no chart; the message says why.
        """
        figures = [figure for figure in self.get("figures") or [] if figure is not None]
        return chart_of_figures(figures, self["form"], self.get("title", ""), self.get("caption", ""))


class ChartBlock(blocks.StructBlock):
    """A chart of figures from the records: its numbers are changed there, never here."""

    title = blocks.CharBlock(
        label=_("Заголовок"), max_length=160, required=False, help_text=_("Пусто — название первой цифры.")
    )
    form = blocks.ChoiceBlock(choices=ChartForm.choices, default=ChartForm.LINES, label=_("Как рисовать"))
    figures = blocks.ListBlock(
        FigureChooserBlock(),
        label=_("Цифры"),
        min_num=1,
        max_num=MOST_FIGURES,
        help_text=_("Одна цифра — её история. Несколько — сравнение; единица у них общая."),
    )
    caption = blocks.CharBlock(label=_("Пояснение под графиком"), max_length=300, required=False)

    def clean(self, value: Any) -> Any:
        """Refuse figures that give no honest chart.

        Raises:
            StructBlockValidationError: units differ, nothing is published, or periods may not stand side by side.
        """
        cleaned = super().clean(value)
        try:
            cleaned.drawn()
        except ValueError as error:
            raise StructBlockValidationError({"figures": ValidationError(str(error))}) from error
        return cleaned

    def get_preview_value(self) -> blocks.StructValue:
        """Show the example figure as a bar."""
        figures = ListValue(self.child_blocks["figures"], values=[example_figure()])
        return self._to_struct_value([("title", ""), ("form", ChartForm.BARS), ("figures", figures), ("caption", "")])

    class Meta:
        label = _("График")
        icon = "table"
        template = "figures/blocks/chart.html"
        description = _("История цифры или сравнение нескольких; под рисунком — таблица.")
        value_class = ChartValue
