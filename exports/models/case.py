"""A story of something sold or shown abroad."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from exports.models.record import ExportRecord, Problems, period_of
from exports.querysets import ExportCaseQuerySet
from portal.core.numbers import Comparator, FormattedFigure, Period, format_figure
from portal.core.search_words import indexed_words
from portal.core.widgets import FilteredChoices
from portal.figures.validators import validate_period
from portal.figures.widgets import NumberInput, PartialDateInput

STORY_FEATURES = ["bold", "italic", "link", "ul"]
NOT_TOLD = frozenset(
    {"editors_note", "review_on", "changed_at", "latest_revision", "live_revision", "has_unpublished_changes",
     "first_published_at", "last_published_at", "go_live_at", "expire_at", "expired"}
)  # fmt: skip


class ExportCase(ExportRecord):
    """Who sold or showed what, where and when, with what result; it names its sources."""

    title = models.CharField(_("заголовок"), max_length=160)
    title_english = models.CharField(_("заголовок по-английски"), max_length=160, blank=True)
    enterprises = ParentalManyToManyField(
        "industries.Enterprise", verbose_name=_("предприятия"), blank=True, related_name="export_cases"
    )
    markets = ParentalManyToManyField(
        "industries.Market", verbose_name=_("рынки"), blank=True, related_name="export_cases"
    )
    product_group = models.ForeignKey(
        "exports.ProductGroup",
        verbose_name=_("группа товаров"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
    )
    period = models.CharField(
        _("когда"),
        max_length=60,
        blank=True,
        validators=[validate_period],
        help_text=_("2025-10, 2024H1, 2025, 2024–2025."),
    )
    period_end = models.DateField(_("конец периода"), null=True, editable=False)
    year = models.PositiveSmallIntegerField(_("год"), null=True, editable=False, db_index=True)
    comparator = models.CharField(_("точность"), max_length=20, choices=Comparator.choices, default=Comparator.EXACTLY)
    value = models.DecimalField(_("результат числом"), max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.ForeignKey(
        "figures.Unit", verbose_name=_("единица"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    result_caption = models.CharField(
        _("что это за число"), max_length=120, blank=True, help_text=_("«сумма контракта».")
    )
    result_caption_english = models.CharField(_("то же по-английски"), max_length=120, blank=True)
    story = RichTextField(_("рассказ"), blank=True, features=STORY_FEATURES)
    story_english = RichTextField(_("рассказ по-английски"), blank=True, features=STORY_FEATURES)
    changed_at = models.DateTimeField(_("изменено"), default=timezone.now, editable=False)
    search_words = models.TextField(blank=True, editable=False)
    sources = ParentalManyToManyField(
        "figures.Source", verbose_name=_("источники"), blank=True, related_name="export_cases"
    )

    objects = ExportCaseQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("title", required_on_save=True), FieldPanel("title_english"), FieldPanel("slug")], _("Кейс")
        ),
        MultiFieldPanel(
            [
                FieldPanel("enterprises", widget=FilteredChoices),
                FieldPanel("markets", widget=forms.CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("product_group"), FieldPanel("period")]),
            ],
            _("Кто, куда, когда"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("comparator"), FieldPanel("value", widget=NumberInput), FieldPanel("unit")]),
                FieldRowPanel([FieldPanel("result_caption"), FieldPanel("result_caption_english")]),
            ],
            _("Результат"),
        ),
        FieldPanel("story"),
        FieldPanel("story_english"),
        InlinePanel("photos", heading=_("Снимки"), label=_("Снимок")),
        MultiFieldPanel(
            [
                FieldPanel("sources", widget=FilteredChoices),
                FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("review_on")]),
                FieldPanel("status"),
            ],
            _("Откуда известно"),
        ),
        FieldPanel("editors_note"),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("story"),
        index.AutocompleteField("title"),
        index.FilterField("live"),
        index.FilterField("year"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("экспортный кейс")
        verbose_name_plural = _("экспортные кейсы")
        ordering = ["-period_end", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(period=""),
                name="exports_case_live_has_period",
                violation_error_message=_("Укажите, когда это было."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(unit__isnull=False),
                name="exports_case_result_has_unit",
                violation_error_message=_("Числу нужна единица."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The address of the case; empty while visitors may not see it."""
        return reverse("exports:case", args=[self.slug]) if self.live else ""

    def prepare(self) -> None:
        """Work out the address, the days of the period and what search needs."""
        super().prepare()
        typed = self.typed_period
        self.period_end = typed.end if typed else None
        self.year = typed.end.year if typed and typed.end else None
        told = [strip_tags(text) for text in (self.story, self.title_english, self.story_english)]
        self.search_words = indexed_words(told, names=[self.title])
        self.changed_at = self._told_since()

    def _told_since(self) -> datetime:
        """Return since when visitors read what the case says now: the present moment if an edit has changed that."""
        stored = type(self).objects.filter(pk=self.pk).first()
        return stored.changed_at if stored and _told(stored) == _told(self) else timezone.now()

    def missing_words(self, related: dict[str, Sequence[Any]]) -> Problems:
        """Return what keeps the case from being public, by field."""
        errors = super().missing_words(related)
        if not related["markets"]:
            errors["markets"] = _("Назовите хотя бы один рынок.")
        if not related["sources"]:
            errors["sources"] = _("Укажите источник: без него кейс нельзя опубликовать.")
        if not self.period:
            errors["period"] = _("Укажите, когда это было.")
        if self.value is not None and not (self.unit and self.result_caption):
            errors["result_caption"] = _("Числу нужны единица и слова о том, что оно значит.")
        return errors

    @property
    def typed_period(self) -> Period | None:
        """The period with its kind and days, or ``None`` while the editor has not given one."""
        return period_of(self.period)

    @property
    def period_text(self) -> str:
        """When it was, in words."""
        typed = self.typed_period
        return typed.text() if typed else ""

    @cached_property
    def result(self) -> FormattedFigure | None:
        """The result as a number, or ``None`` where no number is known."""
        if self.value is None or self.unit is None:
            return None
        return format_figure(self.comparator, self.value, self.unit.forms())

    @property
    def is_in_english(self) -> bool:
        """Whether the case can be read in English."""
        caption = self.result_caption_english or self.value is None
        return bool(self.title_english and self.story_english and caption)

    @property
    def shown_title(self) -> str:
        """The title in the language of the page."""
        return self.title if get_language() == "ru" else self.title_english

    @property
    def shown_story(self) -> str:
        """The story in the language of the page."""
        return self.story if get_language() == "ru" else self.story_english

    @property
    def shown_result_caption(self) -> str:
        """What the result's number is, in the language of the page."""
        return self.result_caption if get_language() == "ru" else self.result_caption_english


def _told(case: ExportCase) -> dict[str, Any]:
    """Return what visitors are told of a case."""
    return {name: value for name, value in case.serializable_data().items() if name not in NOT_TOLD}


class CasePhoto(Orderable):
    """A picture of a case; its credit stands under it."""

    case = ParentalKey(ExportCase, verbose_name=_("кейс"), on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey("media.Photo", verbose_name=_("фото"), on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("подпись"), max_length=200, blank=True)

    panels = [FieldPanel("photo"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("снимок кейса")
        verbose_name_plural = _("снимки кейса")

    def __str__(self) -> str:
        return self.caption or str(self.photo)
