"""The page that says whose photos the portal shows."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.models.index_page import IndexPage
from portal.core.photo_credits.listed import compose_credits


class PhotosPage(IndexPage):
    """Authors and holders of rights with their photos, the pages they stand on and the terms of use."""

    template = "core/photos_page.html"
    page_description = _("Авторы и правообладатели снимков: что показано, где и на каких условиях.")
    is_creatable = True
    address = "photos"

    class Meta:
        verbose_name = _("страница авторов снимков")
        verbose_name_plural = _("страницы авторов снимков")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the photos asked for; a part of the list is not for search engines."""
        context = super().get_context(request, *args, **kwargs)
        credits = compose_credits(request.GET)
        if credits.is_filtered:
            context["head"] = replace(context["head"], is_indexed=False)
        return {**context, "credits": credits}
