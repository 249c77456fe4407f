"""Figures, units and sources in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core.style_guide import EXAMPLES_HOOK
from portal.figures.charts.style_guide import chart_examples
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
hooks.register(EXAMPLES_HOOK, chart_examples)
register_support("figures", figures_on)
