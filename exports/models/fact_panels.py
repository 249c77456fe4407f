"""The editor's form of a fact: which fields it shows, in which groups."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel

from portal.figures.widgets import NumberInput, PartialDateInput

FACT_PANELS = [
    MultiFieldPanel(
        [FieldPanel("markets", widget=forms.CheckboxSelectMultiple), FieldPanel("scope")],
        _("К кому относится"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("metric"), FieldPanel("product_group")]),
            FieldPanel("subject", required_on_save=True),
            FieldPanel("subject_english"),
            FieldRowPanel([FieldPanel("comparator"), FieldPanel("value", widget=NumberInput), FieldPanel("unit")]),
            FieldRowPanel([FieldPanel("statement"), FieldPanel("statement_english")]),
        ],
        _("Что известно"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("period"),
            FieldRowPanel([FieldPanel("period_wording"), FieldPanel("period_wording_english")]),
            FieldRowPanel([FieldPanel("comparison"), FieldPanel("base_period")]),
        ],
        _("Когда и с чем сравнивается"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("source"),
            FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("review_on")]),
            FieldRowPanel([FieldPanel("status"), FieldPanel("kind")]),
        ],
        _("Откуда известно"),
    ),
    FieldPanel("editors_note"),
    FieldPanel("slug"),
    PublishingPanel(),
]
