"""Rates of taxes: who pays how much, from when until when, by which law, checked when."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from portal.core.numbers import format_number
from portal.figures.widgets import NumberInput
from technopolis.enums import Regime, Tax
from technopolis.models.legal_record import LegalRecord, legal_constraints, origin_panel, term_panel
from technopolis.querysets import TaxRateQuerySet

PERCENT_VALIDATORS = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))]


def _percent(label: Any, **options: Any) -> models.DecimalField:
    return models.DecimalField(label, max_digits=6, decimal_places=3, validators=PERCENT_VALIDATORS, **options)


class TaxRate(index.Indexed, LegalRecord):
    """One rate in one stretch of time; a tax's published rates never overlap within a regime.

    The article, the pages and the calculator all read these records, so one change reaches them at once.
    """

    regime = models.CharField(_("режим"), max_length=20, choices=Regime.choices)
    tax = models.CharField(_("налог"), max_length=20, choices=Tax.choices)
    percent = _percent(_("ставка, %"))
    federal_percent = _percent(_("из них федеральная часть, %"), null=True, blank=True)
    regional_percent = _percent(_("из них региональная часть, %"), null=True, blank=True)

    objects = TaxRateQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("regime"), FieldPanel("tax")]),
                FieldPanel("percent", widget=NumberInput),
                FieldRowPanel(
                    [
                        FieldPanel("federal_percent", widget=NumberInput),
                        FieldPanel("regional_percent", widget=NumberInput),
                    ]
                ),
                FieldPanel("is_published"),
            ],
            _("Ставка"),
        ),
        term_panel(),
        origin_panel(),
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
                condition=Q(federal_percent__isnull=True, regional_percent__isnull=True)
                | Q(percent=F("federal_percent") + F("regional_percent")),
                name="technopolis_taxrate_parts_add_up",
                violation_error_message=_("Федеральная и региональная части вместе должны дать ставку."),
            ),
            *legal_constraints("taxrate", _("Ставку без источника нельзя показать.")),
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
        return f"{self.get_tax_display()}, {self.get_regime_display()}: {self.shown_percent}"

    @property
    def shown_percent(self) -> str:
        """The rate as it is read: «14,5 %»."""
        return f"{format_number(self.percent)} %"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; whatever the path, two published rates never hold at one time."""
        self.refuse_overlap()
        super().save(*args, **kwargs)

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
