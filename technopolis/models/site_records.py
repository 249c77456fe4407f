"""What is told of a site besides its passport: facts, events, photos."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from portal.core.numbers import PartialDate
from portal.figures.enums import ValueStatus
from portal.figures.validators import validate_partial_date, validate_published
from portal.figures.widgets import NumberInput, PartialDateInput
from technopolis.enums import FACT_MEASURES, FactKind
from technopolis.models.site import Site


class SourcedRecord(Orderable):
    """Abstract statement with where and when it was published and how far it is checked."""

    text = models.CharField(_("текст"), max_length=400)
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Дата публикации: 2025, 2025-10 или 2025-10-29."),
    )
    source = models.ForeignKey(
        "figures.Source", verbose_name=_("источник"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(_("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED)

    class Meta(Orderable.Meta):
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(status=ValueStatus.CONFIRMED) | Q(source__isnull=False),
                name="%(app_label)s_%(class)s_confirmed_has_source",
                violation_error_message=_("Подтверждённой записи нужен источник."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def as_of_text(self) -> str:
        """The date in words; empty while it is unknown."""
        return PartialDate.parse(self.as_of).text() if self.as_of else ""


class SiteFact(SourcedRecord):
    """A metric, a plan or a training programme; a metric may be counted in the zone's total."""

    site = ParentalKey(Site, verbose_name=_("площадка"), on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(_("вид"), max_length=20, choices=FactKind.choices, default=FactKind.METRIC)
    is_historical = models.BooleanField(
        _("историческое значение"), default=False, help_text=_("Было верно на свою дату, сейчас могло измениться.")
    )
    measure = models.CharField(_("складывается в итог"), max_length=20, choices=FACT_MEASURES, blank=True)
    amount = models.DecimalField(
        _("сколько"), max_digits=14, decimal_places=2, null=True, blank=True, help_text=_("Число для итога по зоне.")
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_historical")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("status")]),
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("measure"), FieldPanel("amount", widget=NumberInput)]),
    ]

    class Meta(SourcedRecord.Meta):
        verbose_name = _("показатель площадки")
        verbose_name_plural = _("показатели площадок")
        constraints = [
            *SourcedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(measure="", amount__isnull=True)
                | (~Q(measure="") & Q(amount__isnull=False, amount__gte=0, kind=FactKind.METRIC)),
                name="technopolis_sitefact_measure_has_amount",
                violation_error_message=_("В итог складываются показатели с числом, не планы."),
            ),
            models.UniqueConstraint(
                fields=["site", "measure"],
                condition=~Q(measure=""),
                name="technopolis_sitefact_counted_once",
                violation_error_message=_("Этот итог у площадки уже назван другой записью: считать его дважды нельзя."),
            ),
        ]


class SiteEvent(SourcedRecord):
    """One point of the site's history."""

    site = ParentalKey(Site, verbose_name=_("площадка"), on_delete=models.CASCADE, related_name="events")
    happened = models.CharField(
        _("когда"), max_length=10, validators=[validate_partial_date], help_text=_("1963, 1963-05 или 1963-05-20.")
    )

    panels = [
        FieldPanel("happened", widget=PartialDateInput),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("as_of", widget=PartialDateInput), FieldPanel("status")]),
        FieldPanel("source"),
    ]

    class Meta(SourcedRecord.Meta):
        verbose_name = _("событие площадки")
        verbose_name_plural = _("события площадок")
        ordering = ["happened", "sort_order"]

    @property
    def happened_text(self) -> str:
        """When it happened, in words; what is no date stays as it was typed, for the form to say so."""
        try:
            return PartialDate.parse(self.happened).text()
        except ValueError:
            return self.happened


class SitePhoto(Orderable):
    """A photo of the site; shown only while its credit is cleared."""

    site = ParentalKey(Site, verbose_name=_("площадка"), on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey("media.Photo", verbose_name=_("фото"), on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("подпись к снимку"), max_length=200, blank=True)

    panels = [FieldPanel("photo"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("фото площадки")
        verbose_name_plural = _("фото площадок")

    def __str__(self) -> str:
        return self.caption or str(self.photo)
