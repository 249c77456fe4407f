"""The long-read and its own sections."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from media.blocks import PhotoBlock
from media.models import Photo
from portal.core.blocks import FeatureListBlock, ParagraphBlock, SubheadingBlock
from portal.core.menu import menu_of
from portal.core.models import BasePage, BodySectionPage, SectionPage, section_body
from portal.figures.blocks import FigureBlock, FigureStripBlock
from portal.figures.charts.blocks import ChartBlock
from portal.longread.blocks import RolesBlock
from portal.longread.composition import Article, compose_article
from portal.longread.panels import SectionsPanel
from portal.longread.structured_data import article_head


class ArticleResponse(TemplateResponse):
    """A rendered page that tells which article it shows."""

    article: Article


class LandscapePage(BasePage):
    """The opening of the long-read; its child sections make up the article in the order of the tree."""

    template = "longread/landscape_page.html"
    page_description = _("Статья о промышленности региона: открывается здесь, разделы лежат внутри.")
    parent_page_types = ["wagtailcore.Page"]
    admin_default_ordering = "ord"

    _view_restrictions: models.QuerySet | None = None

    kicker = models.CharField(_("строка над заголовком"), max_length=160, blank=True)
    lead = models.TextField(_("вводный абзац"), max_length=900)
    question = models.CharField(
        _("вопрос"), max_length=250, blank=True, help_text=_("Вопрос, с которого начинается рассказ.")
    )
    plate = models.ForeignKey(
        "media.Photo",
        verbose_name=pgettext_lazy("picture", "иллюстрация"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    plate_caption = models.CharField(_("подпись к иллюстрации"), max_length=200, blank=True)
    headline_figure = models.ForeignKey(
        "figures.Figure",
        verbose_name=_("главная цифра"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Её значение попадает в описание для поисковых систем и соцсетей."),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("kicker"), FieldPanel("lead"), FieldPanel("question")], _("Начало")),
        MultiFieldPanel([FieldPanel("plate"), FieldPanel("plate_caption")], pgettext_lazy("picture", "Иллюстрация")),
        FieldPanel("headline_figure"),
        SectionsPanel(heading=_("Разделы статьи")),
    ]

    class Meta:
        verbose_name = _("статья о промышленном ландшафте")
        verbose_name_plural = _("статьи о промышленном ландшафте")

    def get_view_restrictions(self) -> models.QuerySet:
        """Return who may see the article; read once, as a visit asks before serving and before keeping it."""
        if self._view_restrictions is None:
            has_any = PageViewRestriction.objects.exists()
            self._view_restrictions = super().get_view_restrictions() if has_any else PageViewRestriction.objects.none()
        return self._view_restrictions

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Compose the article from the database and show it.

        Raises:
            Http404: the address is another language's, and this page is no translation into it.
        """
        self.refuse_other_language()
        return self._response(request, compose_article(self))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the unsaved opening among the live sections."""
        return self._response(request, compose_article(self))

    def preview_with_section(self, request: HttpRequest, section: SectionPage) -> HttpResponse:
        """Show the article with an unsaved ``section`` among its neighbours' latest drafts."""
        return self._response(request, compose_article(self, draft=section))

    def preview_section_alone(self, request: HttpRequest, section: SectionPage) -> HttpResponse:
        """Show an unsaved ``section`` without the rest of the article."""
        return self._response(
            request, compose_article(self, draft=section, alone=True), template="core/section_alone.html"
        )

    def social_photo(self) -> Photo | None:
        """The opening's picture stands on the social card."""
        return self.plate

    def _response(self, request: HttpRequest, article: Article, template: str = "") -> ArticleResponse:
        context = {
            **super().get_context(request, head=article_head(article, request)),
            "article": article,
            "navigation": article.navigation,
            "menu": menu_of(article.menu_pages, request),
        }
        with article.rendering():
            response = ArticleResponse(request, template or self.template, context)
            response.article = article
            response.render()
        return response


class WorkforceSectionPage(BodySectionPage):
    """Who works in industry: the number, the professions, how people are trained."""

    page_description = _("Люди: число занятых, профессии, подготовка.")
    section_template = "longread/sections/workforce.html"

    body = section_body(
        ("figure", FigureBlock()), ("roles", RolesBlock()), ("paragraph", ParagraphBlock()),
        ("subheading", SubheadingBlock()), ("photo", PhotoBlock()), ("chart", ChartBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Люди»")
        verbose_name_plural = _("разделы «Люди»")


class EducationSectionPage(BodySectionPage):
    """How the industry trains its people: a strip of figures and a few words."""

    page_description = _("Образование: полоса цифр и текст.")
    section_template = "longread/sections/education.html"

    body = section_body(
        ("figure_strip", FigureStripBlock()), ("paragraph", ParagraphBlock()), ("feature_list", FeatureListBlock()),
        ("subheading", SubheadingBlock()), ("photo", PhotoBlock()), ("chart", ChartBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Образование»")
        verbose_name_plural = _("разделы «Образование»")


class IndustryTodaySectionPage(BodySectionPage):
    """The industry in a few figures."""

    page_description = _("Промышленность сегодня: четыре цифры.")
    section_template = "longread/sections/industry_today.html"

    body = section_body(
        ("figure_strip", FigureStripBlock()), ("paragraph", ParagraphBlock()), ("photo", PhotoBlock()),
        ("chart", ChartBlock()),
    )  # fmt: skip

    class Meta:
        verbose_name = _("раздел «Сегодня»")
        verbose_name_plural = _("разделы «Сегодня»")


class ConclusionSectionPage(BodySectionPage):
    """What it all adds up to."""

    page_description = _("Вывод: текст и снимок.")
    section_template = "longread/sections/conclusion.html"

    body = section_body(
        ("paragraph", ParagraphBlock()),
        ("subheading", SubheadingBlock()),
        ("photo", PhotoBlock()),
    )

    class Meta:
        verbose_name = _("раздел «Вывод»")
        verbose_name_plural = _("разделы «Вывод»")
