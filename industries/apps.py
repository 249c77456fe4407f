from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndustriesConfig(AppConfig):
    name = "industries"
    label = "industries"
    verbose_name = _("Отрасли и предприятия")

    def ready(self) -> None:
        import_module("industries.enterprise_import.kind")
        import_module("industries.registrations")
        import_module("industries.signals")
