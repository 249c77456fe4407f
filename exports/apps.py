from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class ExportsConfig(AppConfig):
    name = "exports"
    label = "exports"
    verbose_name = _("Экспорт")

    def ready(self) -> None:
        import_module("exports.fact_import.kind")
        import_module("exports.record_kinds")
        import_module("exports.source_supports")
        import_string("exports.mention_texts.register")()
        links = "exports.industry_links"
        import_string("industries.card_parts.register_card_part")(
            "exports", import_string(f"{links}.exports_of_enterprise")
        )
        import_string("industries.industry_parts.register_industry_part")(
            "exports", import_string(f"{links}.exports_of_industry")
        )
