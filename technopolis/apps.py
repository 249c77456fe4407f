from datetime import timedelta
from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class TechnopolisConfig(AppConfig):
    name = "technopolis"
    label = "technopolis"
    verbose_name = _("Технополис")

    def ready(self) -> None:
        import_string("technopolis.figure_counters.register")()
        import_module("technopolis.record_kinds")
        import_module("technopolis.source_supports")
        import_string("technopolis.figure_companions.register")()
        expect_job = import_string("media.jobs.expect_job")
        expect_job("purge_enquiries", timedelta(hours=26))
        expect_job("send_waiting_letters", timedelta(minutes=15))
