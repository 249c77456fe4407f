from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.core import content_version


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("Основа портала")

    def ready(self) -> None:
        content_version.connect()
        import_module("portal.core.admin_exports").connect()
        # Settings are no content to Wagtail; the picture of the social card is to be found where it is used.
        models = import_module("portal.core.models")
        import_module("wagtail.models").ReferenceIndex.register_model(models.SiteIdentity)
