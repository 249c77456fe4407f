"""The chooser of figures: by search, with the value, its date and what to mind."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenView,
)

from portal.figures.models import Figure
from portal.figures.rich_text.editor import chosen_data, warnings_about


def warnings_text(figure: Figure) -> str:
    """Return what to mind about ``figure`` in one cell."""
    return " ".join(str(warning) for warning in warnings_about(figure))


class FigureColumnsMixin:
    """Shows of each figure what an editor chooses by."""

    @property
    def columns(self) -> list[Column]:
        """The title, the value, its date, and what to mind."""
        return [
            *super().columns,  # type: ignore[misc]
            Column("shown_value", label=_("Значение"), accessor="shown_value"),
            Column("shown_as_of", label=_("На дату"), accessor="shown_as_of"),
            Column("warnings", label=_("Обратите внимание"), accessor=warnings_text),
        ]

    def get_object_list(self) -> Any:
        """Load values with the figures."""
        return super().get_object_list().for_display()  # type: ignore[misc]


class FigureChooseView(FigureColumnsMixin, ChooseView):
    """The chooser's window."""


class FigureChooseResultsView(FigureColumnsMixin, ChooseResultsView):
    """The chooser's list after a search."""


class FigureChosenView(SnippetChosenView):
    """Tells the editor what the chip of the chosen figure shows."""

    def get_chosen_response_data(self, item: Figure) -> dict[str, Any]:
        """Add the chip's data."""
        return {**super().get_chosen_response_data(item), **chosen_data(item)}


class FigureChooserViewSet(SnippetChooserViewSet):
    """Chooses a figure for a block or for a place in running text."""

    choose_view_class = FigureChooseView
    choose_results_view_class = FigureChooseResultsView
    chosen_view_class = FigureChosenView
