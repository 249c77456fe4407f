"""Rates of taxes: who pays how much, from when until when, by which law, checked when."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from portal.figures.enums import ValueStatus
from portal.figures.truth import TruthfulRecordMixin
from portal.figures.validators import validate_partial_date
from portal.figures.widgets import NumberInput
from technopolis.enums import Regime, Tax
from technopolis.querysets import TaxRateQuerySet

PERCENT_VALIDATORS = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))]


def _percent(label: Any, **options: Any) -> models.DecimalField:
    return models.DecimalField(label, max_digits=6, decimal_places=3, validators=PERCENT_VALIDATORS, **options)


class TaxRate(TruthfulRecordMixin, index.Indexed, models.Model):
    """One rate in one stretch of time; a tax's published rates never overlap within a regime.

    The article, the pages and the calculator all read these records, so one change reaches them at once.
    """

    regime = models.CharField(_("режим"), max_length=20, choices=Regime.choices)
    tax = models.CharField(_("налог"), max_length=20, choices=Tax.choices)
    percent = _percent(_("ставка, %"))
    federal_percent = _percent(_("из них федеральная часть, %"), null=True, blank=True)
    regional_percent = _percent(_("из них региональная часть, %"), null=True, blank=True)
    valid_from = models.DateField(_("действует с"), null=True, blank=True, help_text=_("Пусто — начало не названо."))
    valid_until = models.DateField(_("действует по"), null=True, blank=True, help_text=_("Пусто — конца не видно."))
    first_years = models.PositiveSmallIntegerField(
        _("первые … лет"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Льгота на срок со дня начала работы: 10. Потом — обычная ставка. Пусто — без срока."),
    )
    legal_basis = models.CharField(_("основание"), max_length=250, blank=True, help_text=_("Закон и статья."))
    condition = models.CharField(
        _("условие"), max_length=250, blank=True, help_text=_("Показывается рядом со ставкой.")
    )
    source = models.ForeignKey(
        "figures.Source", verbose_name=_("источник"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_partial_date],
        help_text=_("Дата публикации: 2025, 2025-10 или 2025-10-29."),
    )
    status = models.CharField(_("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED)
    verified_on = models.DateField(
        _("сверено с законом"),
        null=True,
        blank=True,
        help_text=_("День, когда ставку сверили с действующей редакцией."),
    )
    verify_every_months = models.PositiveSmallIntegerField(
        _("сверять раз в … месяцев"), default=12, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    is_published = models.BooleanField(
        _("показывается и считается"),
        default=False,
        help_text=_("Неопубликованной ставки для сайта и калькулятора нет."),
    )
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    objects = TaxRateQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("regime"), FieldPanel("tax")]),
                FieldPanel("percent", widget=NumberInput),
                FieldRowPanel([FieldPanel("federal_percent"), FieldPanel("regional_percent")]),
                FieldPanel("is_published"),
            ],
            _("Ставка"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]), FieldPanel("first_years")], _("Срок")
        ),
        MultiFieldPanel(
            [
                FieldPanel("legal_basis"),
                FieldPanel("condition"),
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("as_of"), FieldPanel("status")]),
                FieldRowPanel([FieldPanel("verified_on"), FieldPanel("verify_every_months")]),
            ],
            _("Откуда"),
        ),
        FieldPanel("editors_note"),
    ]

    search_fields = [index.SearchField("legal_basis"), index.AutocompleteField("legal_basis")]

    class Meta:
        verbose_name = _("ставка")
        verbose_name_plural = _("ставки")
        ordering = ["tax", "-regime", F("valid_from").asc(nulls_first=True)]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100),
                name="technopolis_taxrate_percent_in_bounds",
                violation_error_message=_("Ставка — от 0 до 100 процентов."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="technopolis_taxrate_term_runs_forward",
                violation_error_message=_("Срок кончается раньше, чем начинается."),
            ),
            models.CheckConstraint(
                condition=Q(federal_percent__isnull=True, regional_percent__isnull=True)
                | Q(percent=F("federal_percent") + F("regional_percent")),
                name="technopolis_taxrate_parts_add_up",
                violation_error_message=_("Федеральная и региональная части вместе должны дать ставку."),
            ),
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(source__isnull=False),
                name="technopolis_taxrate_published_has_source",
                violation_error_message=_("Ставку без источника нельзя показать."),
            ),
            models.UniqueConstraint(
                fields=["regime", "tax", "valid_from"],
                condition=Q(is_published=True),
                name="technopolis_taxrate_one_from_a_day",
                violation_error_message=_("Такая ставка с этого дня уже есть."),
            ),
            models.UniqueConstraint(
                fields=["regime", "tax"],
                condition=Q(is_published=True, valid_from__isnull=True),
                name="technopolis_taxrate_one_without_a_day",
                violation_error_message=_("Ставка без начала срока уже есть."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tax_display()}, {self.get_regime_display()}: {self.percent.normalize():f} %"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; whatever the path, two published rates never hold at one time."""
        self.refuse_overlap()
        super().save(*args, **kwargs)

    @property
    def is_public_once_saved(self) -> bool:
        """Only a published rate is shown and counts."""
        return self.is_published

    @classmethod
    def gated_fields(cls) -> set[str]:
        """Any field of a published rate is seen at once."""
        return {field.name for field in cls._meta.concrete_fields}

    def clean(self) -> None:
        """Refuse a published rate whose time overlaps another's."""
        super().clean()
        self.refuse_overlap()

    def refuse_overlap(self) -> None:
        """Check that no other published rate of the tax and regime holds in this one's time.

        Raises:
            ValidationError: one does.
        """
        if not self.is_published:
            return
        same = type(self).objects.published().filter(regime=self.regime, tax=self.tax).exclude(pk=self.pk)
        other = next((rate for rate in same if rate.overlaps(self)), None)
        if other is not None:
            raise ValidationError(
                {"valid_from": _("В это время уже действует другая ставка: %(rate)s.") % {"rate": other}}
            )

    def overlaps(self, other: "TaxRate") -> bool:
        """Tell whether both hold on some day."""
        begins = max(self.valid_from or date.min, other.valid_from or date.min)
        ends = min(self.valid_until or date.max, other.valid_until or date.max)
        return begins <= ends

    def holds_on(self, day: date) -> bool:
        """Tell whether the rate is in force on ``day``."""
        return (self.valid_from or date.min) <= day <= (self.valid_until or date.max)

    def is_past(self, today: date | None = None) -> bool:
        """Tell whether the rate's term is over."""
        return self.valid_until is not None and self.valid_until < (today or timezone.localdate())

    def needs_verification(self, today: date | None = None) -> bool:
        """Tell whether the rate was never held against the law, or too long ago."""
        if self.verified_on is None:
            return True
        return self.verified_on + timedelta(days=30 * self.verify_every_months) < (today or timezone.localdate())
