"""What is counted: a unit with its word forms in both languages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.core.numbers import NounForms, UnitForms, UnitKind

RUSSIAN_FORMS = ("one", "few", "many")


class Unit(models.Model):
    """A unit of figures; the forms let a number and its noun agree: 1 парк, 2 парка, 5 парков."""

    name = models.CharField(
        _("название"), max_length=60, unique=True, help_text=_("Для выбора в списке: «человек», «млрд рублей».")
    )
    slug = models.SlugField(_("код"), max_length=60, unique=True)
    kind = models.CharField(_("вид"), max_length=20, choices=UnitKind.choices, default=UnitKind.COUNT)
    one = models.CharField(_("один…"), max_length=60, blank=True, help_text=_("Именительный, единственное: «завод»."))
    few = models.CharField(_("два…"), max_length=60, blank=True, help_text=_("Родительный, единственное: «завода»."))
    many = models.CharField(
        _("пять…"), max_length=60, blank=True, help_text=_("Родительный, множественное: «заводов».")
    )
    symbol = models.CharField(
        _("обозначение"), max_length=20, blank=True, help_text=_("«га», «%», «м²»; пусто — пишется словом.")
    )
    scale = models.CharField(
        _("разряд"),
        max_length=10,
        blank=True,
        choices=[("thousand", _("тыс.")), ("million", _("млн")), ("billion", _("млрд")), ("trillion", _("трлн"))],
    )
    english_one = models.CharField(_("one…"), max_length=60, blank=True)
    english_other = models.CharField(_("many…"), max_length=60, blank=True)
    english_symbol = models.CharField(_("обозначение по-английски"), max_length=20, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("scale")], _("Единица")
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("one"), FieldPanel("few"), FieldPanel("many")]), FieldPanel("symbol")],
            _("По-русски"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("english_one"), FieldPanel("english_other")]), FieldPanel("english_symbol")],
            _("По-английски"),
        ),
    ]

    class Meta:
        verbose_name = _("единица")
        verbose_name_plural = _("единицы")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a unit that would leave a number without its word, for one number or for all.

        Raises:
            ValidationError: a counted unit has no words, or some of the three forms are missing.
        """
        super().clean()
        missing = [name for name in RUSSIAN_FORMS if not getattr(self, name)]
        if self.kind == UnitKind.COUNT and len(missing) == len(RUSSIAN_FORMS) and not self.symbol:
            raise ValidationError({"one": _("Впишите слова или обозначение: иначе после числа не будет ничего.")})
        if 0 < len(missing) < len(RUSSIAN_FORMS):
            raise ValidationError(dict.fromkeys(missing, _("Нужны все три формы: 1 завод, 2 завода, 5 заводов.")))

    def forms(self) -> UnitForms:
        """Return the unit as the formatter needs it."""
        return UnitForms(
            kind=self.kind,
            forms=NounForms(self.one, self.few, self.many),
            symbol=self.symbol,
            scale=self.scale,
            english_one=self.english_one,
            english_other=self.english_other,
            english_symbol=self.english_symbol,
        )
