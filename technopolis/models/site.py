"""A site of the zone: its passport."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin
from wagtail.search import index

from portal.core.numbers import Comparator
from portal.core.transliteration import transliterated_slug
from portal.figures.enums import ValueStatus
from portal.figures.truth import TruthfulRecordMixin
from portal.figures.validators import validate_published
from portal.figures.widgets import NumberInput, PartialDateInput
from technopolis.enums import AreaKind
from technopolis.models.enquiry import refuse_unfit_responsible
from technopolis.querysets import SiteQuerySet

RESERVED_ADDRESSES = frozenset({"benefits", "calculator", "compare", "enquiries"})


def refuse_reserved_address(slug: str) -> None:
    """Check that the address is not that of another page of the zone.

    Raises:
        ValidationError: it is.
    """
    if slug in RESERVED_ADDRESSES:
        raise ValidationError(
            _("Адрес «%(slug)s» занят другой страницей зоны. Возьмите другой."), params={"slug": slug}
        )


def _source(label: Any) -> models.ForeignKey:
    return models.ForeignKey(
        "figures.Source", verbose_name=label, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


def _as_of() -> models.CharField:
    return models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Дата публикации: 2025, 2025-10 или 2025-10-29."),
    )


class Site(TruthfulRecordMixin, DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """One site: where it is, how large, since when in the zone, what it does; each known from a source.

    What is unknown stays empty and shows as «нет данных».
    """

    name = models.CharField(_("название"), max_length=120, unique=True)
    official_name = models.CharField(_("полное название"), max_length=250, blank=True)
    slug = models.SlugField(_("адрес"), max_length=80, unique=True, blank=True, validators=[refuse_reserved_address])
    position = models.PositiveSmallIntegerField(_("номер на карте"), unique=True)
    zone = models.ForeignKey("technopolis.Zone", verbose_name=_("зона"), on_delete=models.PROTECT, related_name="sites")
    district = models.ForeignKey(
        "technopolis.District", verbose_name=_("округ"), on_delete=models.PROTECT, related_name="sites"
    )
    locality = models.CharField(_("район"), max_length=160, blank=True)
    address = models.CharField(_("адрес площадки"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("широта"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-90)), MaxValueValidator(Decimal(90))],
    )
    longitude = models.DecimalField(
        _("долгота"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-180)), MaxValueValidator(Decimal(180))],
    )
    location_note = models.CharField(
        _("точность места"), max_length=160, blank=True, help_text=_("Насколько верна точка на схеме.")
    )
    specialisation = models.CharField(_("специализация"), max_length=250, blank=True)
    specialisation_as_of = _as_of()
    specialisation_source = _source(_("источник"))
    area_comparator = models.CharField(
        _("точность"), max_length=20, choices=Comparator.choices, default=Comparator.EXACTLY
    )
    area_hectares = models.DecimalField(
        _("площадь, га"), max_digits=8, decimal_places=2, null=True, blank=True, help_text=_("Пусто — нет данных.")
    )
    area_kind = models.CharField(_("что за площадь"), max_length=20, choices=AreaKind.choices, default=AreaKind.CURRENT)
    area_note = models.CharField(_("пояснение к площади"), max_length=200, blank=True)
    area_as_of = _as_of()
    area_source = _source(_("источник"))
    joined_year = models.PositiveSmallIntegerField(
        _("в зоне с года"), null=True, blank=True, help_text=_("Пусто — нет данных.")
    )
    joined_status = models.CharField(
        _("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED
    )
    joined_as_of = _as_of()
    joined_source = _source(_("источник"))
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ответственный"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Кому приходят обращения о площадке. На сайте не показывается."),
    )
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    objects = SiteQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name", required_on_save=True),
                FieldPanel("official_name"),
                FieldRowPanel([FieldPanel("position"), FieldPanel("slug")]),
                FieldRowPanel([FieldPanel("zone"), FieldPanel("district")]),
            ],
            _("Площадка"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("locality"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("location_note"),
            ],
            _("Где"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("area_comparator"), FieldPanel("area_hectares", widget=NumberInput)]),
                FieldPanel("area_kind"),
                FieldPanel("area_note"),
                FieldRowPanel([FieldPanel("area_as_of", widget=PartialDateInput), FieldPanel("area_source")]),
            ],
            _("Площадь"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("joined_year"), FieldPanel("joined_status")]),
                FieldRowPanel([FieldPanel("joined_as_of", widget=PartialDateInput), FieldPanel("joined_source")]),
            ],
            _("Когда вошла в зону"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("specialisation"),
                FieldRowPanel(
                    [FieldPanel("specialisation_as_of", widget=PartialDateInput), FieldPanel("specialisation_source")]
                ),
            ],
            _("Специализация"),
        ),
        InlinePanel("facts", heading=_("Показатели, планы, программы"), label=_("Запись")),
        InlinePanel("events", heading=_("История"), label=_("Событие")),
        InlinePanel("photos", heading=_("Фото"), label=_("Фото")),
        MultiFieldPanel([FieldPanel("responsible"), FieldPanel("editors_note")], _("Для редакции")),
        PublishingPanel(),
    ]

    search_fields = [
        index.SearchField("name", boost=3),
        index.SearchField("official_name"),
        index.SearchField("specialisation"),
        index.SearchField("locality"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("площадка")
        verbose_name_plural = _("площадки")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(area_hectares__isnull=True) | Q(area_hectares__gt=0),
                name="technopolis_site_area_is_positive",
                violation_error_message=_(
                    "Площадь должна быть больше нуля; если она неизвестна, оставьте поле пустым."
                ),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="technopolis_site_has_both_coordinates",
                violation_error_message=_("Укажите обе координаты или ни одной."),
            ),
            models.CheckConstraint(
                condition=Q(joined_year__isnull=True) | Q(joined_year__range=(1900, 2100)),
                name="technopolis_site_joined_in_our_times",
                violation_error_message=_("Год присоединения — четыре цифры, с 1900 по 2100."),
            ),
            models.CheckConstraint(
                condition=~Q(joined_status=ValueStatus.CONFIRMED) | Q(joined_source__isnull=False),
                name="technopolis_site_confirmed_year_has_source",
                violation_error_message=_("Подтверждённому году нужен источник."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of the site's page; empty while visitors may not see it."""
        return reverse("technopolis:site", args=[self.slug]) if self.live else ""

    def clean(self) -> None:
        """Give the site an address where the editor left it empty; refuse a responsible who may not read enquiries."""
        super().clean()
        refuse_unfit_responsible(self.responsible)
        if not self.slug:
            self.slug = transliterated_slug(self.name, fallback="ploshhadka", max_length=80)
