"""One value of a figure over time."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.guard import KEPT_FIELDS, PlainOverwrite, act_is_open
from portal.figures.querysets import FigureValueQuerySet
from portal.figures.review_dates import months_later
from portal.figures.validators import validate_period, validate_published


class FigureValue(models.Model):
    """One value of a figure: how exact it is, of what time, from which source, how well checked.

    A stored value is never simply overwritten: :mod:`portal.figures.acts` adds one or amends one and keeps who, when
    and why; saving a changed value by any other path is refused.
    """

    figure = models.ForeignKey(
        "figures.Figure", verbose_name=_("цифра"), on_delete=models.CASCADE, related_name="values"
    )
    figure.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
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
        validators=[validate_published],
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

    objects = FigureValueQuerySet.as_manager()

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
        """Save with the period's days worked out.

        Raises:
            PlainOverwrite: a stored value is changed, or replaced as the shown one, outside an act.
        """
        typed = self.typed_period
        self.period_kind = typed.kind if typed else ""
        self.period_start, self.period_end = (typed.start, typed.end) if typed else (None, None)
        if not act_is_open():
            self._refuse_overwrite()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: history is kept; values go only together with their figure.

        Raises:
            PlainOverwrite: always, outside an act.
        """
        if not act_is_open():
            raise PlainOverwrite
        return super().delete(*args, **kwargs)

    def snapshot(self) -> dict[str, Any]:
        """Return what the public knows of the value as plain data, for the history of acts."""
        kept = {name: getattr(self, name) for name in KEPT_FIELDS}
        return {name: str(value) if isinstance(value, Decimal) else value for name, value in kept.items()}

    def _refuse_overwrite(self) -> None:
        others = FigureValue.objects.filter(figure_id=self.figure_id).exclude(pk=self.pk)
        if self.is_current and others.filter(is_current=True).exists():
            raise PlainOverwrite
        stored = FigureValue.objects.filter(pk=self.pk).first() if self.pk else None
        if stored and any(getattr(stored, name) != getattr(self, name) for name in [*KEPT_FIELDS, "is_current"]):
            raise PlainOverwrite

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

    @property
    def review_day(self) -> date | None:
        """The day to look at the value again: the editor's, or so many months after the figure's as-of date."""
        if self.review_on or self.as_of_date is None:
            return self.review_on
        return months_later(self.as_of_date.earliest, self.figure.review_every_months)

    def is_past_review(self, today: date | None = None) -> bool:
        """Whether the day to look at the value again has passed."""
        day = self.review_day
        return day is not None and day < (today or timezone.localdate())

    def formatted(self, unit: Any, language: str | None = None) -> FormattedFigure:
        """Return this value with ``unit`` as text, sign, unit and spoken words."""
        plain = format_figure(self.comparator, self._number(), unit.forms(), self.typed_period, language)
        return plain.together_with(self._terms(language))

    def formatted_without_unit(self, language: str | None = None) -> FormattedFigure:
        """Return this value as a bare number, for a place whose caption names what is counted."""
        plain = format_figure(self.comparator, self._number(), UnitForms(UnitKind.INDEX), self.typed_period, language)
        return plain.together_with(self._terms(language))

    def _terms(self, language: str | None) -> str:
        figure = getattr(self, "figure", None)
        return figure.companion_words(language) if figure else ""

    def _number(self) -> Decimal:
        if self.value is None:
            raise ValueError("A value without its number has nothing to show.")
        return self.value


def counted_value(figure: Any) -> FigureValue | None:
    """Return what the portal counts for ``figure`` as a value of today, in memory only."""
    number = figure.counted()
    if number is None:
        return None
    today = timezone.localdate().isoformat()
    return FigureValue(
        figure=figure, value=number, period=today, as_of=today, kind=ValueKind.DERIVED, review_on=timezone.localdate()
    )
