from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "portal.figures"
    label = "figures"
    verbose_name = _("Цифры и источники")

    def ready(self) -> None:
        """Offer the import of figures."""
        import_module("portal.figures.figure_import.kind")
