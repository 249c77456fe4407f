from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TechnopolisConfig(AppConfig):
    name = "technopolis"
    label = "technopolis"
    verbose_name = _("Технополис")
