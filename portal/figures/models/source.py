"""Where a fact was published."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from portal.core.numbers import PartialDate
from portal.core.search_words import indexed_words
from portal.figures.validators import validate_not_future, validate_published
from portal.figures.widgets import PartialDateInput


class Source(index.Indexed, models.Model):
    """A publication that supports figures: who published it, where, when, and what exactly it says."""

    publisher = models.CharField(
        _("издание"), max_length=120, help_text=_("Кто опубликовал: агентство, газета, ведомство.")
    )
    title = models.CharField(_("заголовок"), max_length=250)
    url = models.URLField(_("адрес"), max_length=1000, blank=True)
    published = models.CharField(
        _("опубликовано"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Насколько известно: 2025, 2025-10 или 2025-10-29."),
    )
    accessed_on = models.DateField(_("проверено редакцией"), null=True, blank=True, validators=[validate_not_future])
    quotation = models.TextField(
        _("выписка"), blank=True, help_text=_("Только для редакции: на сайте не показывается.")
    )

    search_words = models.TextField(blank=True, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("publisher"), FieldPanel("title"), FieldPanel("url")], _("Публикация")),
        MultiFieldPanel([FieldPanel("published", widget=PartialDateInput), FieldPanel("accessed_on")], _("Даты")),
        FieldPanel("quotation"),
    ]

    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("publisher"),
        index.AutocompleteField("title"),
        index.AutocompleteField("publisher"),
    ]

    class Meta:
        verbose_name = _("источник")
        verbose_name_plural = _("источники")
        ordering = ["publisher", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~models.Q(url=""),
                name="figures_source_unique_url",
                violation_error_message=_("Источник с таким адресом уже есть в списке."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the words the source is found by."""
        if kwargs.get("update_fields") is None:
            self.search_words = indexed_words([self.url], names=[self.publisher, self.title])
        super().save(*args, **kwargs)

    @property
    def published_date(self) -> PartialDate | None:
        """The date of publication with the precision it is known to."""
        return PartialDate.parse(self.published) if self.published else None
