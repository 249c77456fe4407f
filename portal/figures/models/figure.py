"""A published number as a record: what it counts, who looks after it, which value is shown."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin
from wagtail.search import index

from portal.core.numbers import FormattedFigure
from portal.core.search_words import indexed_words
from portal.core.transliteration import transliterated_slug
from portal.figures.companions import companion_choices, companion_words
from portal.figures.counters import count, counter_choices
from portal.figures.forms import WITHOUT_VALUE, FigureForm
from portal.figures.models.former_address import FormerFigureAddress
from portal.figures.models.value import FigureValue, counted_value
from portal.figures.panels import ValuesPanel
from portal.figures.querysets import FigureQuerySet
from portal.figures.validators import validate_figure_address


class Figure(DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, models.Model):
    """A subject with a unit; changed here once, current wherever it is used.

    The value shown is the one of ``values`` marked current; values are added and amended by the acts of
    :mod:`portal.figures.acts` only. A published figure has a current value with a number, a period and an as-of date.
    """

    code = models.CharField(_("код"), max_length=12, blank=True, help_text=_("Короткий код редакции: «F01»."))
    subject = models.CharField(_("что измеряет"), max_length=160, help_text=_("«Занято в промышленности»."))
    subject_english = models.CharField(_("то же по-английски"), max_length=160, blank=True)
    slug = models.SlugField(_("адрес"), max_length=100, unique=True, blank=True, validators=[validate_figure_address])
    unit = models.ForeignKey(
        "figures.Unit", verbose_name=_("единица"), on_delete=models.PROTECT, related_name="figures"
    )
    topic = models.ForeignKey(
        "figures.FigureTopic",
        verbose_name=_("тема"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="figures",
    )
    caption = models.CharField(
        _("подпись"),
        max_length=160,
        blank=True,
        help_text=_("Обычная подпись под числом; в разделе её можно заменить."),
    )
    companion = models.CharField(
        _("никогда не стоит без"),
        max_length=60,
        blank=True,
        choices=companion_choices,
        help_text=_("Эти слова идут за числом везде; пока их нет, на сайте нет и числа."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ответственный"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    counter = models.CharField(
        _("с чем сверять"),
        max_length=60,
        blank=True,
        choices=counter_choices,
        help_text=_("Что портал считает сам: расхождение заявленного с посчитанным видно в отчёте."),
    )
    counter_filter = models.CharField(
        _("отбор при подсчёте"),
        max_length=200,
        blank=True,
        help_text=_("Как в адресе списка: «industry=pharma&status=resident». Неверный отбор не покажет ничего."),
    )
    shows_count = models.BooleanField(
        _("показывать посчитанное"),
        default=False,
        help_text=_("Вместо заявленного значения; пока подсчёт невозможен, на сайте не стоит ничего."),
    )
    review_every_months = models.PositiveSmallIntegerField(
        _("пересматривать раз в … месяцев"), default=6, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    search_words = models.TextField(blank=True, editable=False)

    objects = FigureQuerySet.as_manager()

    base_form_class = FigureForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("subject", required_on_save=True),
                FieldRowPanel([FieldPanel("unit"), FieldPanel("topic")]),
                FieldPanel("caption"),
                FieldPanel("companion"),
                FieldRowPanel([FieldPanel("code"), FieldPanel("slug")]),
            ],
            _("Цифра"),
        ),
        ValuesPanel(heading=_("Значения и история")),
        MultiFieldPanel(
            [
                FieldPanel("owner"),
                FieldPanel("review_every_months"),
                FieldPanel("editors_note"),
                FieldPanel("subject_english"),
            ],
            _("Для редакции"),
        ),
        MultiFieldPanel(
            [FieldPanel("counter"), FieldPanel("counter_filter"), FieldPanel("shows_count")],
            _("Заявлено и посчитано"),
        ),
        PublishingPanel(),
    ]

    search_fields = [
        index.SearchField("subject", boost=2),
        index.SearchField("caption"),
        index.SearchField("code"),
        index.AutocompleteField("subject"),
        index.AutocompleteField("code"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("цифра")
        verbose_name_plural = _("цифры")
        ordering = ["code", "subject"]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a live figure is checked first, so no path publishes an incomplete one; a former address leads here."""
        if kwargs.get("update_fields") is None:
            self.search_words = indexed_words([self.caption, self.code], names=[self.subject, self.subject_english])
            if self.live:
                self.full_clean_for_publication()
        former = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **kwargs)
        FormerFigureAddress.keep(self, former)

    def clean(self) -> None:
        """Give the figure an address where the editor left it empty."""
        super().clean()
        if not self.slug:
            self.slug = transliterated_slug(self.subject, fallback="cifra")
        FormerFigureAddress.refuse_taken(self)

    def full_clean_for_publication(self) -> None:
        """Check that the figure may be published.

        Raises:
            ValidationError: there is no current value, or it lacks its number, period or as-of date.
        """
        self.full_clean()
        if self.shows_count and self.counter:
            return
        current = self.values.filter(is_current=True).first() if self.pk else None
        if current is None:
            raise ValidationError(WITHOUT_VALUE)
        current.check_complete()

    @cached_property
    def current_value(self) -> FigureValue | None:
        """The value shown on the site."""
        loaded = getattr(self, "current_values", None)
        if loaded is None:
            loaded = self.values.filter(is_current=True)[:1] if self.pk else []
        return next(iter(loaded), None)

    def counted(self) -> Decimal | None:
        """Return what the portal itself counts, or ``None`` without a counter or with a filter it does not know."""
        return count(self.counter, self.counter_filter) if self.counter else None

    def companion_words(self, language: str | None = None) -> str:
        """Return what the number never stands without; worked out once for a loaded figure and language."""
        if not self.companion:
            return ""
        spoken = language or get_language()
        known = self.__dict__.setdefault("_companion_words", {})
        if spoken not in known:
            with override(spoken):
                known[spoken] = companion_words(self.companion)
        return known[spoken]

    @property
    def is_held_back(self) -> bool:
        """Whether what the number never stands without is not known, so that no page may show the number."""
        return bool(self.companion) and not self.companion_words()

    @property
    def value_on_site(self) -> FigureValue | None:
        """The value visitors see: the current one, or what is counted.

        Nothing where the count is impossible, or where what the number never stands without is not known.
        """
        if self.is_held_back:
            return None
        return counted_value(self) if self.shows_count else self.current_value

    @property
    def shown_value(self) -> str:
        """The current value for the admin's list."""
        current = self.value_on_site
        return current.formatted(self.unit).text if current and current.value is not None else "—"

    @property
    def shown_as_of(self) -> str:
        """The as-of date of the current value for the admin's list."""
        current = self.current_value
        as_of = current.as_of_date if current else None
        return as_of.text() if as_of else "—"

    @property
    def shown_status(self) -> str:
        """How far the current value is checked, for the admin's list."""
        current = self.current_value
        return str(current.get_status_display()) if current else "—"

    def formatted(self, language: str | None = None) -> FormattedFigure:
        """Return the current value as text, sign, unit and spoken words.

        Raises:
            ValueError: the figure has no value to show yet.
        """
        value = self.value_on_site
        if value is None:
            raise ValueError("A figure without a value has nothing to show.")
        return value.formatted(self.unit, language)
