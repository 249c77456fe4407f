"""The special economic zone and what it states about itself."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from portal.figures.truth import TruthfulRecordMixin
from technopolis.enums import Measure
from technopolis.models.enquiry import refuse_unfit_responsible


class Zone(TruthfulRecordMixin, ClusterableModel):
    """A zone: its name, its term, the totals it states and who answers for it."""

    name = models.CharField(_("название"), max_length=120, unique=True)
    slug = models.SlugField(_("код"), max_length=60, unique=True)
    established_year = models.PositiveSmallIntegerField(_("год создания"), null=True, blank=True)
    until_year = models.PositiveSmallIntegerField(_("действует до года"), null=True, blank=True)
    source = models.ForeignKey(
        "figures.Source",
        verbose_name=_("источник срока"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ответственный"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Отвечает на обращения, если у площадки нет своего ответственного."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("responsible")], _("Зона")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("established_year"), FieldPanel("until_year")]), FieldPanel("source")],
            _("Срок"),
        ),
        InlinePanel("stated_totals", heading=_("Заявленные итоги"), label=_("Итог")),
    ]

    class Meta:
        verbose_name = _("зона")
        verbose_name_plural = _("зоны")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_year__isnull=True)
                | models.Q(established_year__isnull=True)
                | models.Q(until_year__gt=models.F("established_year")),
                name="technopolis_zone_term_runs_forward",
                violation_error_message=_("Зона не может кончиться раньше, чем создана."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a responsible who may not read enquiries."""
        super().clean()
        refuse_unfit_responsible(self.responsible)


class StatedTotal(models.Model):
    """A total the zone states as a figure; the sum over its sites is held against it."""

    zone = ParentalKey(Zone, verbose_name=_("зона"), on_delete=models.CASCADE, related_name="stated_totals")
    measure = models.CharField(_("что складывается"), max_length=20, choices=Measure.choices)
    figure = models.ForeignKey("figures.Figure", verbose_name=_("цифра"), on_delete=models.PROTECT, related_name="+")
    tolerance_percent = models.PositiveSmallIntegerField(
        _("допуск, %"),
        default=5,
        validators=[MaxValueValidator(100)],
        help_text=_("На сколько сумма по площадкам может отличаться от заявленного."),
    )

    panels = [FieldPanel("measure"), FieldPanel("figure"), FieldPanel("tolerance_percent")]

    class Meta:
        verbose_name = _("заявленный итог")
        verbose_name_plural = _("заявленные итоги")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["zone", "measure"],
                name="technopolis_statedtotal_one_of_measure",
                violation_error_message=_("Этот итог у зоны уже есть."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_measure_display())
