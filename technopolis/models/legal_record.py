"""What a rate and a benefit have in common: from when until when, by which law, known from where, checked when."""

from datetime import date, timedelta
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.figures.enums import ValueStatus
from portal.figures.truth import TruthfulRecordMixin
from portal.figures.validators import validate_not_future, validate_published
from portal.figures.widgets import PartialDateInput
from technopolis.legal_display import legal_remarks, term_text


def term_panel() -> MultiFieldPanel:
    """Return the fields of the term."""
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]), FieldPanel("first_years")], _("Срок")
    )


def origin_panel() -> MultiFieldPanel:
    """Return the fields that tell where the record comes from and how far it is checked."""
    return MultiFieldPanel(
        [
            FieldPanel("legal_basis"),
            FieldPanel("condition"),
            FieldPanel("source"),
            FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("status")]),
            FieldRowPanel([FieldPanel("verified_on"), FieldPanel("verify_every_months")]),
        ],
        _("Откуда"),
    )


def legal_constraints(owner: str, without_source: Any) -> list[models.BaseConstraint]:
    """Return the constraints every such table holds; ``owner`` begins their names."""
    return [
        models.CheckConstraint(
            condition=models.Q(valid_from__isnull=True)
            | models.Q(valid_until__isnull=True)
            | models.Q(valid_until__gte=models.F("valid_from")),
            name=f"technopolis_{owner}_term_runs_forward",
            violation_error_message=_("Срок кончается раньше, чем начинается."),
        ),
        models.CheckConstraint(
            condition=models.Q(is_published=False) | models.Q(source__isnull=False),
            name=f"technopolis_{owner}_published_has_source",
            violation_error_message=without_source,
        ),
    ]


class LegalRecord(TruthfulRecordMixin):
    """Abstract statement of the law with its term, its source and the day it was last held against the law."""

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
        _("условие"), max_length=250, blank=True, help_text=_("При чём действует; показывается рядом.")
    )
    source = models.ForeignKey(
        "figures.Source", verbose_name=_("источник"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Дата публикации: 2025, 2025-10 или 2025-10-29."),
    )
    status = models.CharField(_("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED)
    verified_on = models.DateField(
        _("сверено с законом"),
        null=True,
        blank=True,
        validators=[validate_not_future],
        help_text=_("День, когда запись сверили с действующей редакцией."),
    )
    verify_every_months = models.PositiveSmallIntegerField(
        _("сверять раз в … месяцев"), default=12, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    is_published = models.BooleanField(
        _("показывается и считается"),
        default=False,
        help_text=_("Неопубликованной записи для сайта и калькулятора нет."),
    )
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    class Meta:
        abstract = True

    @property
    def is_public_once_saved(self) -> bool:
        """Only a published record is shown and counts."""
        return self.is_published

    @classmethod
    def gated_fields(cls) -> set[str]:
        """Any field of a published record is seen at once."""
        return {field.name for field in cls._meta.concrete_fields}

    def holds_on(self, day: date) -> bool:
        """Tell whether the record is in force on ``day``."""
        return (self.valid_from or date.min) <= day <= (self.valid_until or date.max)

    def is_past(self, today: date | None = None) -> bool:
        """Tell whether the record's term is over."""
        return self.valid_until is not None and self.valid_until < (today or timezone.localdate())

    @property
    def remarks_text(self) -> str:
        """What is to be said of the record today, for the admin's list; a dash where nothing is."""
        return "; ".join(legal_remarks(self, timezone.localdate())) or "—"

    @property
    def term_words(self) -> str:
        """When the record holds, for the admin's list; a dash where no term is named."""
        return term_text(self) or "—"

    def needs_verification(self, today: date | None = None) -> bool:
        """Tell whether the record was never held against the law, or too long ago."""
        if self.verified_on is None:
            return True
        return self.verified_on < (today or timezone.localdate()) - timedelta(days=30 * self.verify_every_months)
