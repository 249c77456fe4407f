"""A forum or an exhibition."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from exports.event_dates import event_dates_text, last_day
from exports.models.case import STORY_FEATURES
from exports.models.record import ExportRecord, Problems
from exports.querysets import TradeEventQuerySet
from portal.core.numbers import PartialDate
from portal.core.widgets import FilteredChoices
from portal.figures.validators import validate_partial_date
from portal.figures.widgets import PartialDateInput

ENDS_TOO_EARLY = _("Событие не может закончиться раньше, чем началось. Проверьте обе даты.")


class TradeEvent(ExportRecord):
    """Where and when enterprises meet their buyers; its dates claim no more than is known."""

    name = models.CharField(_("событие"), max_length=120)
    name_english = models.CharField(_("событие по-английски"), max_length=120, blank=True)
    place = models.CharField(_("где"), max_length=100)
    place_english = models.CharField(_("где, по-английски"), max_length=100, blank=True)
    starts = models.CharField(
        _("начало"),
        max_length=10,
        validators=[validate_partial_date],
        help_text=_("Насколько известно: 2025, 2025-10 или 2025-10-29."),
    )
    ends = models.CharField(
        _("окончание"), max_length=10, blank=True, validators=[validate_partial_date], help_text=_("Пусто — один день.")
    )
    first_day = models.DateField(_("первый день"), null=True, editable=False, db_index=True)
    last_day = models.DateField(_("последний день"), null=True, editable=False, db_index=True)
    enterprises = ParentalManyToManyField(
        "industries.Enterprise", verbose_name=_("предприятия"), blank=True, related_name="trade_events"
    )
    markets = ParentalManyToManyField(
        "industries.Market", verbose_name=_("рынки"), blank=True, related_name="trade_events"
    )
    description = RichTextField(_("описание"), blank=True, features=STORY_FEATURES)
    description_english = RichTextField(_("описание по-английски"), blank=True, features=STORY_FEATURES)
    source = models.ForeignKey(
        "figures.Source",
        verbose_name=_("источник"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="trade_events",
    )

    objects = TradeEventQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name", required_on_save=True), FieldPanel("name_english")]),
                FieldRowPanel([FieldPanel("place"), FieldPanel("place_english")]),
                FieldRowPanel(
                    [FieldPanel("starts", widget=PartialDateInput), FieldPanel("ends", widget=PartialDateInput)]
                ),
                FieldPanel("slug"),
            ],
            _("Событие"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("enterprises", widget=FilteredChoices),
                FieldPanel("markets", widget=forms.CheckboxSelectMultiple),
            ],
            _("Кто и какие рынки"),
        ),
        FieldPanel("description"),
        FieldPanel("description_english"),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("review_on")]),
                FieldPanel("status"),
            ],
            _("Откуда известно"),
        ),
        FieldPanel("editors_note"),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("place"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("событие")
        verbose_name_plural = _("события")
        ordering = ["-first_day", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__isnull=True) | models.Q(last_day__gte=models.F("first_day")),
                name="exports_event_ends_after_start",
                violation_error_message=ENDS_TOO_EARLY,
            ),
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(source__isnull=False),
                name="exports_event_live_has_source",
                violation_error_message=_("Укажите источник: без него событие нельзя опубликовать."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Work out the days, so that an event that ends before it starts is refused at the form too."""
        super().clean()
        try:
            self._work_out_days()
        except ValueError:
            self.first_day = self.last_day = None  # the field itself says that it is no date
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"ends": ENDS_TOO_EARLY})

    def prepare(self) -> None:
        """Work out the address and the days."""
        super().prepare()
        self._work_out_days()

    def missing_words(self, related: dict[str, Sequence[Any]]) -> Problems:
        """Return what keeps the event from being public, by field."""
        errors = super().missing_words(related)
        if self.source is None:
            errors["source"] = _("Укажите источник: без него событие нельзя опубликовать.")
        return errors

    @property
    def dates_text(self) -> str:
        """The dates in words, as exactly as they are known."""
        return event_dates_text(self.starts, self.ends)

    @property
    def is_in_english(self) -> bool:
        """Whether the event can be read in English."""
        described = self.description_english or not self.description
        return bool(self.name_english and self.place_english and described)

    @property
    def shown_name(self) -> str:
        """The name in the language of the page."""
        return self.name if get_language() == "ru" else self.name_english

    @property
    def shown_place(self) -> str:
        """The place in the language of the page."""
        return self.place if get_language() == "ru" else self.place_english

    @property
    def shown_description(self) -> str:
        """The description in the language of the page."""
        return self.description if get_language() == "ru" else self.description_english

    def _work_out_days(self) -> None:
        self.first_day = PartialDate.parse(self.starts).earliest if self.starts else None
        self.last_day = last_day(self.ends or self.starts) if self.starts else None
