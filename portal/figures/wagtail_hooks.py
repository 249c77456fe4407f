"""Figures, units and sources in the admin."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core.style_guide import EXAMPLES_HOOK
from portal.figures.charts.style_guide import chart_examples
from portal.figures.desk.acts import CorrectView, ReviewView, UpdateView
from portal.figures.models import Figure, FigureTopic, Source, Unit
from portal.figures.public.supports import figures_on, register_support


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "order"
    menu_label = _("Цифры")
    list_display = ["subject", "code", "shown_value", "shown_as_of", "shown_status", "live"]
    list_filter = ["topic", "unit", "live"]
    list_per_page = 50
    ordering = ["code", "subject"]


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "link"
    menu_label = _("Источники")
    list_display = ["title", "publisher", "published", "accessed_on"]
    list_per_page = 50


class UnitViewSet(SnippetViewSet):
    model = Unit
    icon = "tag"
    menu_label = _("Единицы")
    list_display = ["name", "kind", "one", "few", "many"]


class FigureTopicViewSet(SnippetViewSet):
    model = FigureTopic
    icon = "list-ul"
    menu_label = _("Темы")
    list_display = ["name", "position", "retired_on"]


class FiguresViewSetGroup(SnippetViewSetGroup):
    items = (FigureViewSet, SourceViewSet, UnitViewSet, FigureTopicViewSet)
    menu_label = _("Цифры и источники")
    menu_icon = "order"
    menu_order = 150


register_snippet(FiguresViewSetGroup)


@hooks.register("register_admin_urls")
def register_figure_desk_urls() -> list:
    patterns = [
        path("<int:pk>/update/", UpdateView.as_view(), name="update"),
        path("<int:pk>/values/<int:value_pk>/correct/", CorrectView.as_view(), name="correct"),
        path("<int:pk>/values/<int:value_pk>/review/", ReviewView.as_view(), name="review"),
    ]
    return [path("figures/", include((patterns, "figures_desk")))]


hooks.register(EXAMPLES_HOOK, chart_examples)
register_support("figures", figures_on)
