"""The entrance to records that live at a fixed address: a directory, a map, a list of figures."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from media.models import Photo
from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.models.base_page import BasePage

LEAD_FEATURES = ["bold", "italic", "link", "figure", "figure-numbers"]


class IndexPage(BasePage):
    """Abstract page above a list of records; editors own its words, the records below it have addresses of their own.

    Subclasses give ``address``, the slug under the front page: the records' addresses begin with it, so it is the
    same for every editor and every language.
    """

    template = "core/index_page.html"
    is_creatable = False
    show_in_menus_default = True
    parent_page_types = ["longread.LandscapePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    address: ClassVar[str] = ""

    heading = models.CharField(_("заголовок"), max_length=160)
    lead = RichTextField(_("вводный текст"), blank=True, features=LEAD_FEATURES)
    plate = models.ForeignKey(
        "media.Photo",
        verbose_name=pgettext_lazy("picture", "иллюстрация"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    plate_caption = models.CharField(_("подпись к иллюстрации"), max_length=200, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("plate"), FieldPanel("plate_caption")], pgettext_lazy("picture", "Иллюстрация")),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("show_in_menus")],
            _("Меню и поисковые системы"),
        ),
    ]

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        self.slug = self.address
        super()._set_core_field_defaults()

    def social_photo(self) -> Photo | None:
        """The page's picture stands on its social card."""
        return self.plate

    def crumbs(self) -> list[Crumb]:
        """The way here from the front page."""
        return [Crumb(self.title)]

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the way to the page."""
        return [breadcrumb_data(self.crumbs(), request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the way to the page; whose its picture is comes with it, shown or not."""
        if self.plate:
            prefetch_related_objects([self.plate], "rights_holder")
        return {**super().get_context(request, *args, **kwargs), "crumbs": self.crumbs()}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page.

        Raises:
            Http404: the address is another language's, and this page is no translation into it.
        """
        self.refuse_other_language()
        return super().serve(request, *args, **kwargs)
