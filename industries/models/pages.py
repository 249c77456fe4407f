"""Pages editors own: the entrances to the directory and to industries, and the story of one industry."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from industries.directory.listing import EnterpriseListing
from industries.directory.place_map import PlaceMap
from industries.industry_portrait import IndustryPortrait
from industries.models.industry import Industry
from media.models import Photo
from portal.core.blocks import ParagraphBlock, SubheadingBlock
from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.models import BasePage, IndexPage
from portal.figures.blocks import FigureStripBlock
from portal.listing.page import ListingPageMixin


class EnterpriseIndexPage(ListingPageMixin, IndexPage):
    """The directory of organisations."""

    page_description = _("Перечень предприятий с фильтрами.")
    template = "industries/directory/page.html"
    address = "enterprises"
    is_creatable = True
    listing_class = EnterpriseListing

    class Meta:
        verbose_name = _("перечень предприятий")
        verbose_name_plural = _("перечни предприятий")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the map of the organisations found where the visitor looks at them so."""
        context = super().get_context(request, *args, **kwargs)
        listing = context["listing"]
        return {**context, "place_map": PlaceMap(listing)} if listing.state.view.value == "map" else context


class IndustryIndexPage(IndexPage):
    """The entrance to industries."""

    page_description = _("Перечень отраслей.")
    template = "industries/industry_index.html"
    address = "industries"
    is_creatable = True
    subpage_types = ["industries.IndustryPage"]

    class Meta:
        verbose_name = _("перечень отраслей")
        verbose_name_plural = _("перечни отраслей")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add every industry with the number of its enterprises."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "industries": Industry.objects.current().with_counts()}


class IndustryPage(BasePage):
    """What editors tell of one industry; its enterprises, sites and markets are added from the records."""

    page_description = _("Рассказ об одной отрасли.")
    template = "industries/industry.html"
    parent_page_types = ["industries.IndustryIndexPage"]
    subpage_types: list[str] = []
    is_hidden_with_parent = True

    industry = models.ForeignKey(
        "industries.Industry", verbose_name=_("отрасль"), on_delete=models.PROTECT, related_name="pages"
    )
    lead = RichTextField(_("вводный текст"), blank=True, features=["bold", "italic", "link"])
    plate = models.ForeignKey(
        "media.Photo",
        verbose_name=pgettext_lazy("picture", "иллюстрация"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    plate_caption = models.CharField(_("подпись к иллюстрации"), max_length=200, blank=True)
    body = StreamField(
        [("paragraph", ParagraphBlock()), ("subheading", SubheadingBlock()), ("figure_strip", FigureStripBlock())],
        verbose_name=_("содержание"),
        blank=True,
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("industry"),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("plate"), FieldPanel("plate_caption")], pgettext_lazy("picture", "Иллюстрация")),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], _("Поисковые системы")),
    ]

    class Meta:
        verbose_name = _("страница отрасли")
        verbose_name_plural = _("страницы отраслей")

    def _set_core_field_defaults(self) -> None:
        if self.industry_id:
            self.slug = self.industry.slug
        super()._set_core_field_defaults()

    def social_photo(self) -> Photo | None:
        """The page's picture stands on its social card."""
        return self.plate

    def crumbs(self) -> list[Crumb]:
        """The way here from the front page."""
        parent = self.get_parent()
        return [Crumb(parent.title, parent.url or ""), Crumb(self.title)]

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the way to the page."""
        return [breadcrumb_data(self.crumbs(), request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the way here and what the records say of the industry."""
        context = super().get_context(request, *args, **kwargs)
        portrait = IndustryPortrait.of(self.industry)
        return {**context, "crumbs": self.crumbs(), "industry": self.industry, "portrait": portrait}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page.

        Raises:
            Http404: the address is another language's, and this page is no translation into it.
        """
        self.refuse_other_language()
        return super().serve(request, *args, **kwargs)
