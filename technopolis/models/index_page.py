"""The zone's page: the entrance to its sites and to the calculator."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.models import IndexPage
from technopolis.zone_page import compose_zone


class TechnopolisPage(IndexPage):
    """The zone with its map, its sites and its plans."""

    template = "technopolis/pages/zone.html"
    page_description = _("Особая зона: карта, площадки, планы, калькулятор.")
    is_creatable = True
    address = "technopolis"

    zone = models.ForeignKey("technopolis.Zone", verbose_name=_("зона"), on_delete=models.PROTECT, related_name="+")

    content_panels = [*IndexPage.content_panels, FieldPanel("zone")]

    class Meta:
        verbose_name = _("страница особой зоны")
        verbose_name_plural = _("страницы особой зоны")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the zone with its sites."""
        return {**super().get_context(request, *args, **kwargs), "view": compose_zone(self.zone)}
