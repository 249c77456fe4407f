"""What facts, cases and events have in common."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from media.gate import PublicationProblem
from portal.core.numbers import PartialDate, Period
from portal.core.transliteration import transliterated_slug
from portal.figures.enums import ValueStatus
from portal.figures.truth import TruthfulRecordMixin
from portal.figures.validators import validate_published

Problems = dict[str, Any]


class ExportRecord(TruthfulRecordMixin, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """Abstract record with drafts and history; it is published only when nothing it must say is missing."""

    slug = models.SlugField(
        _("адрес"), max_length=100, unique=True, blank=True, help_text=_("Пустой составится из названия.")
    )
    as_of = models.CharField(
        _("на дату"),
        max_length=10,
        blank=True,
        validators=[validate_published],
        help_text=_("Дата публикации источника: 2025, 2025-10 или 2025-10-29."),
    )
    status = models.CharField(_("проверка"), max_length=20, choices=ValueStatus.choices, default=ValueStatus.UNCHECKED)
    review_on = models.DateField(_("пересмотреть"), null=True, blank=True)
    editors_note = models.TextField(_("заметка редакции"), blank=True, help_text=_("Не показывается на сайте."))

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Give the record an address where the editor left it empty."""
        super().clean()
        if not self.slug:
            self.slug = self._free_slug(transliterated_slug(self.name_for_address(), fallback="zapis"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with what follows from other fields."""
        if kwargs.get("update_fields") is None:
            self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> None:
        """Work out what follows from other fields."""
        if not self.slug:
            self.clean()

    def name_for_address(self) -> str:
        """Return the words the address is made of."""
        return str(self)

    def collect_publication_problems(self) -> list[PublicationProblem]:
        """Add to the problems of photos what the record does not say yet."""
        own = self.missing_words(self.related_records())
        problems = [PublicationProblem(path=(name,), message=message) for name, message in own.items()]
        return [*problems, *super().collect_publication_problems()]

    def missing_words(self, related: dict[str, Sequence[Any]]) -> Problems:
        """Return what the public must be told and is not, by field; ``related`` holds many-to-many records."""
        return {} if self.as_of else {"as_of": _("Укажите, на какую дату это известно.")}

    def related_records(self) -> dict[str, Sequence[Any]]:
        """Return the many-to-many records as they are in memory."""
        return {field.name: list(getattr(self, field.name).all()) for field in self._meta.many_to_many}

    @property
    def as_of_date(self) -> PartialDate | None:
        """The date the record is known for, with the precision it is known to."""
        return PartialDate.parse(self.as_of) if self.as_of else None

    def _free_slug(self, wanted: str) -> str:
        taken = set(type(self)._default_manager.exclude(pk=self.pk).values_list("slug", flat=True))
        number, slug = 2, wanted
        while slug in taken:
            slug = f"{wanted[:94]}-{number}"
            number += 1
        return slug


def period_of(text: str) -> Period | None:
    """Return the period ``text`` spells, or ``None`` where it spells none."""
    try:
        return Period.parse(text) if text else None
    except ValueError:
        return None
