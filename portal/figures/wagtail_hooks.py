"""Figures, units and sources in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core.admin_columns import partial_date, published, words
from portal.core.style_guide import EXAMPLES_HOOK
from portal.figures.bare_numbers import PATTERN
from portal.figures.charts.style_guide import chart_examples
from portal.figures.desk.acts import CorrectView, ReviewView, UpdateView
from portal.figures.desk.chooser import FigureChooserViewSet
from portal.figures.desk.override import OverrideView, RecordOverrideView
from portal.figures.desk.page_warnings import (
    warn_of_bare_numbers,
    warn_of_doubtful_figures,
    warn_of_doubtful_record,
)
from portal.figures.desk.report import FiguresHomePanel, FiguresReportView
from portal.figures.models import Figure, FigureTopic, Source, Unit
from portal.figures.public.supports import FIGURES, register_support
from portal.figures.rich_text.editor import register_figure_feature
from portal.figures.truth import OVERRIDE_ACTION

CHANGE_FIGURES = "figures.change_figure"


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "order"
    menu_label = _("Цифры")
    list_display = [
        "subject", "code", words("shown_value", _("Значение")), words("shown_as_of", _("На дату")),
        words("shown_status", _("Проверка")), published(),
    ]  # fmt: skip
    list_filter = ["topic", "unit", "live"]
    list_per_page = 50
    ordering = ["code", "subject"]
    chooser_viewset_class = FigureChooserViewSet


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "link"
    menu_label = _("Источники")
    list_display = ["title", "publisher", partial_date("published", _("Опубликовано")), "accessed_on"]
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
        path("report/", FiguresReportView.as_view(), name="report"),
        path("override/<int:page_pk>/<int:value_pk>/", OverrideView.as_view(), name="override"),
        path(
            "override/<str:app_label>/<str:model_name>/<int:pk>/",
            RecordOverrideView.as_view(),
            name="override_record",
        ),
        path("<int:pk>/update/", UpdateView.as_view(), name="update"),
        path("<int:pk>/values/<int:value_pk>/correct/", CorrectView.as_view(), name="correct"),
        path("<int:pk>/values/<int:value_pk>/review/", ReviewView.as_view(), name="review"),
    ]
    return [path("figures/", include((patterns, "figures_desk")))]


hooks.register(EXAMPLES_HOOK, chart_examples)
register_support("figures", FIGURES)


class FiguresReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE_FIGURES)


@hooks.register("register_reports_menu_item")
def register_figures_report() -> MenuItem:
    return FiguresReportMenuItem(
        _("Цифры: свежесть и правда"),
        reverse("figures_desk:report"),
        name="figures-report",
        icon_name="order",
        order=50,
    )


@hooks.register("construct_homepage_panels")
def add_figures_panel(request: HttpRequest, panels: list) -> None:
    if request.user.has_perm(CHANGE_FIGURES):
        panels.append(FiguresHomePanel())


@hooks.register("register_log_actions")
def register_override_action(actions: Any) -> None:
    @actions.register_action(OVERRIDE_ACTION)
    class OverrideFormatter(LogFormatter):
        label = _("Показать сомнительную цифру")

        def format_message(self, log_entry: Any) -> str:
            return _("Сомнительная цифра разрешена: «%(figure)s». %(reason)s") % log_entry.data


hooks.register("register_rich_text_features", register_figure_feature)


@hooks.register("insert_editor_js")
def add_bare_numbers_settings() -> SafeString:
    """Tell the editor which numbers are bare; plain data, no script."""
    chooser_url = reverse(Figure.snippet_viewset.chooser_viewset.get_url_name("choose"))
    words = {
        "heading": _("Числа без записи:"),
        "action": _("сделать цифрой"),
        "becomes": _("станет"),
        "replace": _("Заменить"),
        "numberOnly": _("Только число"),
        "cancel": _("Не заменять"),
    }
    return json_script({"pattern": PATTERN, "chooserUrl": chooser_url, **words}, "bare-numbers")


for moment in ("after_create_page", "after_edit_page"):
    hooks.register(moment, warn_of_bare_numbers)
hooks.register("before_edit_page", warn_of_doubtful_figures)
hooks.register("before_edit_snippet", warn_of_doubtful_record)
