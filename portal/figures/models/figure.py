"""A published number as a record: what it counts, its values over time, where each comes from."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin
from wagtail.search import index

from portal.core.numbers import (
    Comparator,
    FormattedFigure,
    PartialDate,
    Period,
    PeriodKind,
    UnitForms,
    UnitKind,
    format_figure,
)
from portal.core.transliteration import transliterated_slug
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.forms import FigureForm
from portal.figures.models.former_address import FormerFigureAddress
from portal.figures.querysets import FigureQuerySet
from portal.figures.validators import validate_figure_address, validate_partial_date, validate_period
from portal.figures.widgets import NumberInput


class Figure(DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A subject with a unit; changed here once, current wherever it is used.

    The value shown is the one of :attr:`values` marked current. A draft may be incomplete; a published
    figure has a current value with a number, a period and an as-of date.
    """

    code = models.CharField(_("код"), max_length=12, blank=True, help_text=_("Короткий код редакции: «F01»."))
    subject = models.CharField(_("что измеряет"), max_length=160, help_text=_("«Занято в промышленности»."))
    subject_english = models.CharField(_("то же по-английски"), max_length=160, blank=True)
    slug = models.SlugField(_("адрес"), max_length=100, unique=True, blank=True, validators=[validate_figure_address])
    unit = models.ForeignKey(
        "figures.Unit", verbose_name=_("единица"), on_delete=models.PROTECT, related_name="figures"
    )
    topic = models.ForeignKey(
        "figures.FigureTopic",
        verbose_name=_("тема"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="figures",
    )
    caption = models.CharField(
        _("подпись"),
        max_length=160,
        blank=True,
        help_text=_("Обычная подпись под числом; в разделе её можно заменить."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ответственный"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_every_months = models.PositiveSmallIntegerField(_("пересматривать раз в … месяцев"), default=6)
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    objects = FigureQuerySet.as_manager()

    base_form_class = FigureForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldRowPanel([FieldPanel("unit"), FieldPanel("topic")]),
                FieldPanel("caption"),
                FieldRowPanel([FieldPanel("code"), FieldPanel("slug")]),
            ],
            _("Цифра"),
        ),
        InlinePanel("values", heading=_("Значения"), label=_("Значение")),
        MultiFieldPanel(
            [
                FieldPanel("owner"),
                FieldPanel("review_every_months"),
                FieldPanel("editors_note"),
                FieldPanel("subject_english"),
            ],
            _("Для редакции"),
        ),
        PublishingPanel(),
    ]

    search_fields = [
        index.SearchField("subject", boost=2),
        index.SearchField("caption"),
        index.SearchField("code"),
        index.AutocompleteField("subject"),
        index.AutocompleteField("code"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("цифра")
        verbose_name_plural = _("цифры")
        ordering = ["code", "subject"]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}".strip()

    def clean(self) -> None:
        """Give the figure an address where the editor left it empty."""
        super().clean()
        if not self.slug:
            self.slug = transliterated_slug(self.subject, fallback="cifra")
        FormerFigureAddress.refuse_taken(self)

    def full_clean_for_publication(self) -> None:
        """Check that the figure may be published.

        Raises:
            ValidationError: there is no current value, or it lacks its number, period or as-of date.
        """
        self.full_clean()
        current = [value for value in self.values.all() if value.is_current]
        if len(current) != 1:
            raise ValidationError(_("Отметьте ровно одно значение, которое показывается на сайте."))
        current[0].check_complete()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a live figure is checked first, so no path publishes an incomplete one; a former address leads here."""
        if self.live and kwargs.get("update_fields") is None:
            self.full_clean_for_publication()
        former = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **kwargs)
        FormerFigureAddress.keep(self, former)

    @cached_property
    def current_value(self) -> "FigureValue | None":
        """The value shown on the site."""
        loaded = getattr(self, "current_values", None)
        candidates = loaded if loaded is not None else [value for value in self.values.all() if value.is_current]
        return candidates[0] if candidates else None

    @property
    def shown_value(self) -> str:
        """The current value for the admin's list."""
        current = self.current_value
        return self.formatted().text if current and current.value is not None else "—"

    @property
    def shown_as_of(self) -> str:
        """The as-of date of the current value for the admin's list."""
        current = self.current_value
        as_of = current.as_of_date if current else None
        return as_of.text() if as_of else "—"

    @property
    def shown_status(self) -> str:
        """How far the current value is checked, for the admin's list."""
        current = self.current_value
        return str(current.get_status_display()) if current else "—"

    def formatted(self, language: str | None = None) -> FormattedFigure:
        """Return the current value as text, sign, unit and spoken words.

        Raises:
            ValueError: the figure has no current value yet.
        """
        if self.current_value is None:
            raise ValueError("A figure without a current value has nothing to show.")
        return self.current_value.formatted(self.unit, language)


class FigureValue(models.Model):
    """One value of a figure: how exact it is, of what time, from which source, how well checked."""

    figure = ParentalKey(Figure, verbose_name=_("цифра"), on_delete=models.CASCADE, related_name="values")
    is_current = models.BooleanField(_("показывается на сайте"), default=False)
    comparator = models.CharField(_("точность"), max_length=20, choices=Comparator.choices, default=Comparator.EXACTLY)
    value = models.DecimalField(_("число"), max_digits=20, decimal_places=4, null=True)
    period = models.CharField(
        _("период"),
        max_length=60,
        validators=[validate_period],
        help_text=_("2025-10, октябрь 2025 года, 2024H1, 2024 9M, 2025, 2022–2025, с 2022, до 2028, 2030 план."),
    )
    period_kind = models.CharField(
        _("вид периода"), max_length=20, choices=PeriodKind.choices, blank=True, editable=False
    )
    period_start = models.DateField(_("начало периода"), null=True, editable=False)
    period_end = models.DateField(_("конец периода"), null=True, editable=False)
    period_note = models.CharField(
        _("уточнение к периоду"), max_length=120, blank=True, help_text=_("«до конца 2027 года», «с 2022 года».")
    )
    comparison_base = models.CharField(
        _("с чем сравнивается"), max_length=120, blank=True, help_text=_("«к девяти месяцам 2024 года».")
    )
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        validators=[validate_partial_date],
        help_text=_("Дата публикации: 2025, 2025-10 или 2025-10-29."),
    )
    source = models.ForeignKey(
        "figures.Source",
        verbose_name=_("источник"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="values",
    )
    status = models.CharField(_("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED)
    kind = models.CharField(_("происхождение"), max_length=20, choices=ValueKind.choices, default=ValueKind.REPORTED)
    review_on = models.DateField(_("пересмотреть"), null=True, blank=True)
    note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    panels = [
        FieldPanel("is_current"),
        FieldRowPanel([FieldPanel("comparator"), FieldPanel("value", widget=NumberInput)]),
        FieldRowPanel([FieldPanel("period"), FieldPanel("comparison_base")]),
        FieldPanel("period_note"),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("review_on")]),
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("kind")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("значение")
        verbose_name_plural = _("значения")
        ordering = ["-is_current", "-period_end", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure"], condition=models.Q(is_current=True), name="figures_value_one_current"
            ),
            models.CheckConstraint(
                condition=~models.Q(status=ValueStatus.CONFIRMED) | models.Q(source__isnull=False),
                name="figures_value_confirmed_has_source",
                violation_error_message=_("Подтверждённому значению нужен источник."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_comparator_display()} {self.value} · {self.as_of}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the period's days worked out; a new current value takes the place of the former one."""
        typed = self.typed_period
        self.period_kind = typed.kind if typed else ""
        self.period_start, self.period_end = (typed.start, typed.end) if typed else (None, None)
        if self.is_current and self.figure_id:
            type(self).objects.filter(figure_id=self.figure_id, is_current=True).exclude(pk=self.pk).update(
                is_current=False
            )
        super().save(*args, **kwargs)

    def check_complete(self) -> None:
        """Check what a published value needs.

        Raises:
            ValidationError: the number, the period or the as-of date is missing.
        """
        messages = {
            "value": _("Впишите число: без него цифру нельзя опубликовать."),
            "period": _("Укажите период: без него число ни о чём не говорит."),
            "as_of": _("Укажите, на какую дату известно число."),
        }
        missing = {name: text for name, text in messages.items() if getattr(self, name) in (None, "")}
        if missing:
            raise ValidationError(missing)

    @property
    def typed_period(self) -> Period | None:
        """The period with its kind and days, or ``None`` while the editor has not given one."""
        return Period.parse(self.period) if self.period else None

    @property
    def as_of_date(self) -> PartialDate | None:
        """The as-of date with the precision it is known to."""
        return PartialDate.parse(self.as_of) if self.as_of else None

    def formatted(self, unit: Any, language: str | None = None) -> FormattedFigure:
        """Return this value with ``unit`` as text, sign, unit and spoken words."""
        return format_figure(self.comparator, self._number(), unit.forms(), self.typed_period, language)

    def formatted_without_unit(self, language: str | None = None) -> FormattedFigure:
        """Return this value as a bare number, for a place whose caption names what is counted."""
        return format_figure(self.comparator, self._number(), UnitForms(UnitKind.INDEX), self.typed_period, language)

    def _number(self) -> Decimal:
        if self.value is None:
            raise ValueError("A value without its number has nothing to show.")
        return self.value
