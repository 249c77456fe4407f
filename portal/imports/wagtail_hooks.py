"""Imports in the admin's menu."""

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.imports import urls
from portal.imports.access import VIEW


class ImportsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(VIEW)


@hooks.register("register_admin_urls")
def register_import_urls() -> list:
    return [path("imports/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_imports() -> MenuItem:
    return ImportsMenuItem(
        _("Загрузка таблиц"), reverse("imports:index"), name="imports", icon_name="upload", order=170
    )
