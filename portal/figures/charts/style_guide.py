"""The charts in the style guide, each form with its example."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portal.core.style_guide import Example
from portal.figures.charts import examples


def chart_examples() -> list[Example]:
    """Return every form of chart with its example rendered."""
    description = _("Сообщённое закрашено, расчёт обведён, план заштрихован, данные заказчика — пунктиром.")
    forms = {
        "chart-bars": (_("График: столбцы"), examples.example_bars()),
        "chart-dots": (_("График: точки"), examples.example_dots()),
        "chart-steps": (_("График: ступени"), examples.example_steps()),
        "chart-lines": (_("График: линии"), examples.example_lines()),
        "chart-multiples": (_("График: малые графики"), examples.example_multiples()),
    }
    return [
        Example(name, label, description, render_to_string("figures/charts/chart.html", {"chart": chart}))
        for name, (label, chart) in forms.items()
    ]
