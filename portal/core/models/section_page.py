"""The contract of a section: one sheet of the long-read, a page of its own in the admin."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.blocks import Block
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from media.gate import PublicationProblem
from portal.core.models.base_page import BasePage

RESERVED_ANCHORS = frozenset({"content", "navigation", "sources", "top"})
TEXT_FEATURES = ["bold", "italic", "link", "figure", "figure-numbers"]


class SectionPage(BasePage):
    """Abstract section of the article: edited, previewed and published alone, read in one page with the others.

    A section's own address leads to its anchor in the article. Subclasses give ``section_template``
    and, if they hold blocks, a ``body`` StreamField.
    """

    template = "core/section_alone.html"
    section_template = ""
    is_creatable = False
    subpage_types: list[str] = []
    is_hidden_with_parent = True
    stream_fields: tuple[str, ...] = ("body",)

    heading = models.CharField(_("заголовок"), max_length=160, help_text=_("Крупный заголовок раздела в статье."))
    nav_label = models.CharField(
        _("название в навигации"),
        max_length=40,
        blank=True,
        help_text=_("Если заполнить, раздел появится в меню статьи под этим названием."),
    )
    anchor = models.CharField(
        _("якорь"),
        max_length=60,
        blank=True,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]*\Z", _("Только латинские строчные буквы, цифры и дефис; первой стоит буква.")
            )
        ],
        help_text=_(
            "Часть адреса после «#». Пустой якорь повторит адрес страницы. "
            "Не меняйте у опубликованного раздела: на него ссылаются."
        ),
    )
    lead = RichTextField(_("вводный текст"), blank=True, features=TEXT_FEATURES)
    plate = models.ForeignKey(
        "media.Photo",
        verbose_name=pgettext_lazy("picture", "иллюстрация"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    plate_caption = models.CharField(_("подпись к иллюстрации"), max_length=200, blank=True)

    editors_note = models.TextField(
        _("заметка редакции"),
        blank=True,
        help_text=_("Что расходится с открытыми источниками, что уточнить. На сайте не показывается."),
    )

    heading_panels = [
        MultiFieldPanel(
            [FieldPanel("heading", classname="title"), FieldPanel("nav_label"), FieldPanel("anchor")], _("Раздел")
        ),
    ]
    plate_panels = [
        MultiFieldPanel([FieldPanel("plate"), FieldPanel("plate_caption")], pgettext_lazy("picture", "Иллюстрация")),
    ]
    content_panels = [*Page.content_panels, *heading_panels, FieldPanel("lead"), *plate_panels]
    promote_panels = [MultiFieldPanel([FieldPanel("slug")], _("Адрес"))]
    settings_panels = [PublishingPanel(), FieldPanel("editors_note")]

    class Meta:
        abstract = True

    @property
    def effective_anchor(self) -> str:
        """The anchor in the article: the editor's, or the page's slug."""
        return self.anchor or self.slug

    @cached_property
    def article(self) -> Page:
        """The long-read this section is a part of."""
        return self.get_parent().specific

    def sibling_sections(self) -> list["SectionPage"]:
        """Return the other live sections of the article in reading order; a new section knows its future parent."""
        parent = self.get_parent() if self.path else getattr(self, "_cached_parent_obj", None)
        siblings = parent.get_children().live().exclude(pk=self.pk).specific() if parent else []
        return [sibling for sibling in siblings if isinstance(sibling, SectionPage)]

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Add to the credit problems those of the section itself: an anchor that is taken or reserved."""
        problems = super().collect_publication_problems()
        anchor = self.effective_anchor
        if anchor in RESERVED_ANCHORS:
            message = _("Якорь «%(anchor)s» занят самой страницей статьи. Возьмите другой.") % {"anchor": anchor}
            return [*problems, PublicationProblem(path=("anchor",), message=message)]
        for sibling in self.sibling_sections():
            if sibling.effective_anchor == anchor:
                message = _("Якорь «%(anchor)s» уже есть у раздела «%(section)s». Возьмите другой.") % {
                    "anchor": anchor,
                    "section": sibling.title,
                }
                problems.append(PublicationProblem(path=("anchor",), message=message))
        return problems

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str | None, str | None] | None:
        """Return the article's address with this section's anchor."""
        parent = self.get_parent()
        parts = parent.get_url_parts(request) if parent else None
        if parts is None or parts[2] is None:
            return parts
        site_id, root_url, path = parts
        return site_id, root_url, f"{path}#{self.effective_anchor}"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead from the section's own address to its place in the article."""
        return redirect(f"{self.article.get_url(request)}#{self.effective_anchor}")

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """A section is a part of the article's address: no entry of its own."""
        return []

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """In the article among its neighbours' drafts, or alone."""
        return [("article", _("В статье")), ("alone", _("Только раздел"))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the unsaved section in the article, or alone."""
        if mode_name == "alone":
            return self.article.preview_section_alone(request, self)
        return self.article.preview_with_section(request, self)


def section_body(*blocks: tuple[str, Block]) -> StreamField:
    """Return the field of a section's content made of ``blocks``; a section may be empty while it is a draft."""
    return StreamField(list(blocks), verbose_name=_("содержание"), blank=True)


class BodySectionPage(SectionPage):
    """Abstract section of the long-read with its content in blocks; subclasses give ``body = section_body(…)``."""

    parent_page_types = ["longread.LandscapePage"]
    content_panels = [*SectionPage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True
