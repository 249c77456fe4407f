from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from portal.core.publication_checks import register_publication_check


class FiguresConfig(AppConfig):
    name = "portal.figures"
    label = "figures"
    verbose_name = _("Цифры и источники")

    def ready(self) -> None:
        import_module("portal.figures.figure_import.kind")
        register_publication_check(import_string("portal.figures.truth.truth_problems"))
