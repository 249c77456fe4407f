from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.core import content_version


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("Основа портала")

    def ready(self) -> None:
        content_version.connect()
