"""The editor's form of an organisation."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel

from portal.core.widgets import FilteredChoices
from portal.figures.widgets import PartialDateInput


class EnterprisePanels:
    """Which fields the form shows, in which groups."""

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name", required_on_save=True),
                FieldPanel("legal_name"),
                FieldRowPanel([FieldPanel("legal_form"), FieldPanel("legal_form_is_verified")]),
                FieldRowPanel([FieldPanel("inn"), FieldPanel("ogrn")]),
                FieldPanel("slug"),
            ],
            _("Наименование"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("industry"), FieldPanel("role")]),
                FieldRowPanel([FieldPanel("site"), FieldPanel("district")]),
                FieldRowPanel([FieldPanel("district_is_verified"), FieldPanel("residency")]),
                FieldPanel("products"),
                FieldPanel("markets", widget=FilteredChoices),
            ],
            _("Что и где"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("founded"), FieldPanel("founded_is_verified")]),
                FieldRowPanel([FieldPanel("website"), FieldPanel("website_is_verified")]),
            ],
            _("Паспорт"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("confidence")]),
                FieldRowPanel([FieldPanel("verified_on", read_only=True), FieldPanel("verified_by", read_only=True)]),
            ],
            _("Откуда известно"),
        ),
        FieldPanel("figures", widget=FilteredChoices),
        InlinePanel("photos", heading=_("Фото"), label=_("Фото")),
        InlinePanel("further_sources", heading=_("Ещё источники"), label=_("Источник")),
        FieldPanel("internal_note"),
        PublishingPanel(),
    ]
