"""A branch of industry."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from industries.enums import IndustryAccent
from industries.querysets import VocabularyQuerySet


class Industry(index.Indexed, models.Model):
    """One of the branches enterprises are sorted into; each has a page, written by hand or made from the records."""

    name = models.CharField(_("название"), max_length=90, unique=True)
    slug = models.SlugField(_("адрес"), max_length=60, unique=True)
    english_name = models.CharField(_("по-английски"), max_length=90)
    summary = models.CharField(
        _("что сюда входит"), max_length=250, blank=True, help_text=_("Одна фраза под заголовком и в перечне.")
    )
    accent = models.CharField(_("цвет и знак"), max_length=20, choices=IndustryAccent.choices)
    is_leading = models.BooleanField(_("отрасль-лидер"), default=False)
    position = models.PositiveSmallIntegerField(_("порядок"), default=0)
    retired_on = models.DateField(
        _("снята с показа"), null=True, blank=True, help_text=_("Отрасль больше нельзя выбрать.")
    )

    objects = VocabularyQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("english_name"), FieldPanel("slug"), FieldPanel("summary")], _("Отрасль")
        ),
        FieldRowPanel([FieldPanel("accent"), FieldPanel("is_leading")]),
        FieldRowPanel([FieldPanel("position"), FieldPanel("retired_on")]),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("english_name"),
        index.SearchField("summary"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = _("отрасль")
        verbose_name_plural = _("отрасли")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The slug names an industry in every database."""
        return (self.slug,)

    @property
    def shown_name(self) -> str:
        """The name in the visitor's language."""
        return self.name if get_language() == "ru" else self.english_name
