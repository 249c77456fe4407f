"""Lists and forms of industries, organisations and markets."""

from typing import Any

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet, SnippetViewSetGroup

from industries.admin.exports import EnterpriseIndexView
from industries.admin.filters import EnterpriseFilterSet
from industries.models import Enterprise, Industry, Market
from industries.permissions import NEVER_DELETED
from portal.core.admin_columns import partial_date, published, yes_no


class RefusedDeleteView(DeleteView):
    """Says what to do instead of deleting, to those who may edit."""

    permission_required = "change"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead back to the record."""
        messages.error(request, str(NEVER_DELETED))
        return redirect("wagtailsnippets_industries_enterprise:edit", quote(self.object.pk))

    post = get


class EnterpriseViewSet(SnippetViewSet):
    """Organisations; they are retired or merged, not deleted."""

    model = Enterprise
    delete_view_class = RefusedDeleteView
    index_view_class = EnterpriseIndexView
    icon = "list-ul"
    menu_label = _("Предприятия")
    list_display = [
        "name",
        "industry",
        "role",
        "site",
        "confidence",
        partial_date("as_of", _("На дату")),
        "verified_on",
        published(),
    ]
    filterset_class = EnterpriseFilterSet
    list_per_page = 50
    ordering = ["name"]
    inspect_view_enabled = False
    list_export = ["name", "legal_name", "inn", "ogrn", "industry", "role", "residency", "as_of", "verified_on", "live"]
    export_filename = "enterprises"


class IndustryViewSet(SnippetViewSet):
    """Industries."""

    model = Industry
    icon = "folder-open-inverse"
    menu_label = _("Отрасли")
    list_display = ["name", yes_no("is_leading", _("Ведущая")), "position", "retired_on"]
    list_per_page = 50


class MarketViewSet(SnippetViewSet):
    """Markets."""

    model = Market
    icon = "globe"
    menu_label = _("Рынки")
    list_display = ["name", "iso_code", "accusative", "locative", "position", "retired_on"]
    list_per_page = 50


class IndustriesViewSetGroup(SnippetViewSetGroup):
    """The three of them in one menu."""

    items = (EnterpriseViewSet, IndustryViewSet, MarketViewSet)
    menu_label = _("Предприятия и отрасли")
    menu_icon = "list-ul"
    menu_order = 160
