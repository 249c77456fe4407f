"""An organisation of the directory."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from industries.card_history import noting_changes
from industries.enterprise_names import name_key
from industries.enums import Confidence, LegalForm, Residency, Role
from industries.models.enterprise_panels import EnterprisePanels
from industries.models.former_address import FormerAddress
from industries.querysets import EnterpriseQuerySet
from industries.validators import validate_inn, validate_ogrn, validate_year
from media.gate import PublicationProblem
from portal.core.numbers import PartialDate
from portal.core.search_words import indexed_words
from portal.core.transliteration import transliterated_slug
from portal.figures.truth import TruthfulRecordMixin
from portal.figures.validators import validate_not_future, validate_published

# What stands below the directory's own address.
KEPT_FOR_ALL_DRAFTS = ("retired_on", "merged_into_id", "verified_on", "verified_by_id")
RESERVED_ADDRESSES = frozenset({"compare", "csv", "feed", "geojson", "json", "suggest", "xlsx"})


class Enterprise(
    EnterprisePanels,
    TruthfulRecordMixin,
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """A producer, university, support body or technology park: what is known of it, from where, how surely.

    Empty means unknown and is shown so. A published record has a source and the date it is known for. Records are
    retired or merged, never deleted, so that addresses stay.
    """

    name = models.CharField(_("название"), max_length=160, help_text=_("Как его знают: «Микрон»."))
    slug = models.SlugField(_("адрес"), max_length=100, unique=True, blank=True)
    legal_name = models.CharField(_("полное наименование"), max_length=250, blank=True)
    legal_form = models.CharField(_("форма"), max_length=10, choices=LegalForm.choices, blank=True)
    legal_form_is_verified = models.BooleanField(_("форма подтверждена источником"), default=False)
    inn = models.CharField(_("ИНН"), max_length=12, blank=True, validators=[validate_inn])
    ogrn = models.CharField(_("ОГРН"), max_length=15, blank=True, validators=[validate_ogrn])
    role = models.CharField(_("роль"), max_length=20, choices=Role.choices, default=Role.PRODUCER, db_index=True)
    industry = models.ForeignKey(
        "industries.Industry", verbose_name=_("отрасль"), on_delete=models.PROTECT, related_name="enterprises"
    )
    site = models.ForeignKey(
        "technopolis.Site",
        verbose_name=_("площадка ОЭЗ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enterprises",
    )
    district = models.ForeignKey(
        "technopolis.District",
        verbose_name=_("округ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enterprises",
    )
    district_is_verified = models.BooleanField(_("округ следует из площадки"), default=False)
    residency = models.CharField(
        _("резидентство"), max_length=20, choices=Residency.choices, default=Residency.UNKNOWN, db_index=True
    )
    products = models.TextField(_("продукция"), blank=True, help_text=_("Через запятую, без оценок."))
    markets = ParentalManyToManyField(
        "industries.Market", verbose_name=_("рынки"), blank=True, related_name="enterprises"
    )
    founded = models.PositiveSmallIntegerField(_("год основания"), null=True, blank=True, validators=[validate_year])
    founded_is_verified = models.BooleanField(_("год подтверждён источником"), default=False)
    figures = ParentalManyToManyField("figures.Figure", verbose_name=_("цифры"), blank=True, related_name="enterprises")
    website = models.URLField(_("сайт"), max_length=250, blank=True)
    website_is_verified = models.BooleanField(_("сайт открыт и проверен"), default=False)
    source = models.ForeignKey(
        "figures.Source",
        verbose_name=_("источник"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="enterprises",
    )
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Дата публикации источника: 2025, 2025-10 или 2025-10-29."),
    )
    confidence = models.CharField(
        _("надёжность"), max_length=10, choices=Confidence.choices, default=Confidence.LOW, db_index=True
    )
    verified_on = models.DateField(_("проверено"), null=True, blank=True, validators=[validate_not_future])
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("кем проверено"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    internal_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))
    retired_on = models.DateField(_("снято с показа"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("объединено с"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_records",
    )
    # When visitors could last read something else: moved by card_history, never by an edit they don't see.
    changed_at = models.DateTimeField(_("изменено"), default=timezone.now, editable=False)
    name_key = models.CharField(max_length=160, blank=True, editable=False, db_index=True)
    search_words = models.TextField(blank=True, editable=False)

    objects = EnterpriseQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=3),
        index.SearchField("legal_name"),
        index.SearchField("products"),
        index.AutocompleteField("name"),
        index.AutocompleteField("inn"),
        index.FilterField("live"),
        index.FilterField("role"),
        index.FilterField("residency"),
        index.FilterField("confidence"),
        index.FilterField("industry_id"),
        index.FilterField("site_id"),
        index.FilterField("district_id"),
        index.FilterField("retired_on"),
    ]

    class Meta:
        verbose_name = _("предприятие")
        verbose_name_plural = _("предприятия")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="industries_enterprise_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live=False) | (models.Q(source__isnull=False) & ~models.Q(as_of="")),
                name="industries_enterprise_live_has_source",
                violation_error_message=_("Чтобы опубликовать запись, укажите источник и дату."),
            ),
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(retired_on__isnull=True, merged_into__isnull=True),
                name="industries_enterprise_retired_is_not_live",
                violation_error_message=_("Запись снята с показа или объединена с другой: публиковать её нельзя."),
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id")),
                name="industries_enterprise_not_merged_into_itself",
                violation_error_message=_("Запись нельзя объединить с самой собой."),
            ),
            models.UniqueConstraint(
                fields=["inn"],
                condition=~models.Q(inn="") & models.Q(merged_into__isnull=True),
                name="industries_enterprise_unique_inn",
                violation_error_message=_("Организация с таким ИНН уже есть."),
            ),
            models.UniqueConstraint(
                fields=["ogrn"],
                condition=~models.Q(ogrn="") & models.Q(merged_into__isnull=True),
                name="industries_enterprise_unique_ogrn",
                violation_error_message=_("Организация с таким ОГРН уже есть."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The address of the card; empty while visitors may not see it."""
        return reverse("enterprise", args=[self.slug]) if self.is_shown else ""

    def clean(self) -> None:
        """Give the record an address where the editor left it empty."""
        super().clean()
        if not self.slug:
            self.slug = transliterated_slug(self.name, fallback="predpriyatie")
        if self.slug in RESERVED_ADDRESSES:
            raise ValidationError({"slug": _("Этот адрес занят самим перечнем. Возьмите другой.")})
        if self.site and self.district_id is None:
            self.district = self.site.district

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        """Check, besides what is unique, that the address was no other card's."""
        super().validate_unique(exclude)  # type: ignore[arg-type]
        if "slug" not in (exclude or ()):
            FormerAddress.refuse_taken(self)

    def with_content_json(self, content: dict[str, Any]) -> "Enterprise":
        """Bring back a draft; whether the record is in use and who has verified it holds for all its drafts."""
        record: Enterprise = super().with_content_json(content)
        for name in KEPT_FOR_ALL_DRAFTS:
            setattr(record, name, getattr(self, name))
        return record

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Add to the credit problems a missing source or date, and that the record is no longer in use."""
        problems = super().collect_publication_problems()
        if self.retired_on is not None or self.merged_into_id is not None:
            message = _("Запись снята с показа или объединена с другой: публиковать её нельзя.")
            problems.append(PublicationProblem((), message))
        if self.source_id is None:
            message = _("Укажите источник: без него запись нельзя опубликовать.")
            problems.append(PublicationProblem(("source",), message))
        if not self.as_of:
            problems.append(PublicationProblem(("as_of",), _("Укажите, на какую дату это известно.")))
        return problems

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with what search needs; a former address keeps leading here, the history says what has changed."""
        if kwargs.get("update_fields") is not None:
            super().save(*args, **kwargs)
            return
        self.prepare()
        stored = type(self).objects.filter(pk=self.pk).values_list("slug", "changed_at").first()
        former, self.changed_at = stored or ("", self.changed_at)
        if former != self.slug:
            FormerAddress.refuse_taken(self)
        with noting_changes(lambda: type(self).objects.filter(pk=self.pk)):
            super().save(*args, **kwargs)
        self.refresh_from_db(fields=["changed_at"])
        FormerAddress.keep(self, former)

    def prepare(self) -> None:
        """Work out what follows from other fields; whoever saves past :meth:`save` calls this first."""
        self.clean()
        self.name_key = name_key(self.name)
        self.search_words = indexed_words(
            [self.legal_name, self.products, self.inn, self.ogrn], names=[self.name, self.slug]
        )

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """The card as visitors would see it."""
        return "industries/enterprise.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """What stands in the form, as a card."""
        return import_string("industries.card_preview.preview_context")(self, request)

    @property
    def as_of_date(self) -> PartialDate | None:
        """The date the record is known for, with the precision it is known to."""
        return PartialDate.parse(self.as_of) if self.as_of else None

    @property
    def public_site(self) -> Any:
        """The site the record stands on, unless the site itself is a draft: visitors are not told of one."""
        return self.site if self.site is not None and self.site.live else None

    @property
    def is_shown(self) -> bool:
        """Whether visitors may see the record."""
        return self.live and self.retired_on is None and self.merged_into_id is None
