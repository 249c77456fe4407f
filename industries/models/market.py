"""A country goods are sold to."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from industries.querysets import VocabularyQuerySet
from industries.validators import COUNTRY_CODE


class Market(index.Indexed, models.Model):
    """A foreign market with the word forms Russian sentences need: «в Турцию», «в Турции», «Турции»."""

    name = models.CharField(_("название"), max_length=60, unique=True)
    slug = models.SlugField(_("адрес"), max_length=60, unique=True)
    iso_code = models.CharField(
        _("код страны"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(COUNTRY_CODE, _("Две латинские буквы ISO 3166: TR, SA."))],
    )
    genitive = models.CharField(_("чего"), max_length=60, help_text=_("Родительный падеж: «Турции»."))
    accusative = models.CharField(_("куда"), max_length=60, help_text=_("С предлогом: «в Турцию»."))
    locative = models.CharField(_("где"), max_length=60, help_text=_("С предлогом: «в Турции»."))
    english_name = models.CharField(_("по-английски"), max_length=60, help_text=_("С артиклем, если он нужен."))
    marker_x = models.DecimalField(
        _("на карте: вправо"), max_digits=6, decimal_places=1, null=True, blank=True, help_text=_("От 0 до 1200.")
    )
    marker_y = models.DecimalField(
        _("на карте: вниз"), max_digits=6, decimal_places=1, null=True, blank=True, help_text=_("От 0 до 522.")
    )
    position = models.PositiveSmallIntegerField(_("порядок"), default=0)
    retired_on = models.DateField(
        _("снят с показа"), null=True, blank=True, help_text=_("Рынок больше нельзя выбрать; старые записи его хранят.")
    )

    objects = VocabularyQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldRowPanel([FieldPanel("iso_code"), FieldPanel("slug")])], _("Рынок")),
        MultiFieldPanel([FieldPanel("genitive"), FieldPanel("accusative"), FieldPanel("locative")], _("Падежи")),
        FieldPanel("english_name"),
        FieldRowPanel([FieldPanel("marker_x"), FieldPanel("marker_y")], _("Метка на карте")),
        FieldRowPanel([FieldPanel("position"), FieldPanel("retired_on")]),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("english_name"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = _("рынок")
        verbose_name_plural = _("рынки")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(marker_x__isnull=True, marker_y__isnull=True)
                | models.Q(marker_x__range=(0, 1200), marker_y__range=(0, 522)),
                name="industries_market_marker_on_map",
                violation_error_message=_("Метка вне карты: вправо от 0 до 1200, вниз от 0 до 522."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The slug names a market in every database."""
        return (self.slug,)

    @property
    def shown_name(self) -> str:
        """The name in the visitor's language."""
        return self.name if get_language() == "ru" else self.english_name.removeprefix("the ")
