from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LongreadConfig(AppConfig):
    name = "portal.longread"
    label = "longread"
    verbose_name = _("Лонгрид")
