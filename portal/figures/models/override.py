"""A named person's decision to publish a page or a record with something doubtful."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

IN_FORCE = Q(ended_at=None)


class PublicationOverride(models.Model):
    """Who lets a page or a record show what differs from public sources or has none, and why.

    It speaks of one page or one record and of one value of a figure, or of one statement of the record itself: a new,
    corrected or reworded one needs a decision of its own. What a record states is never answered for at a page.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("страница"),
        null=True,
        on_delete=models.CASCADE,
        related_name="figure_overrides",
    )
    record_type = models.ForeignKey(
        "contenttypes.ContentType", verbose_name=_("вид записи"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    record_key = models.PositiveBigIntegerField(_("номер записи"), null=True)
    record = GenericForeignKey("record_type", "record_key")
    value = models.ForeignKey(
        "figures.FigureValue",
        verbose_name=_("значение"),
        null=True,
        on_delete=models.CASCADE,
        related_name="overrides",
    )
    statement = models.TextField(_("утверждение записи"), blank=True)
    statement_mark = models.CharField(max_length=32, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by_name = models.CharField(_("имя"), max_length=200)
    made_at = models.DateTimeField(_("когда"), default=timezone.now)
    reason = models.TextField(_("почему публикуем"))
    ended_at = models.DateTimeField(_("перестало действовать"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("решение о публикации")
        verbose_name_plural = _("решения о публикации")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "value"], condition=IN_FORCE, name="figures_override_one_in_force"),
            models.UniqueConstraint(
                fields=["record_type", "record_key", "value"],
                condition=IN_FORCE,
                name="figures_override_of_record_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["record_type", "record_key", "statement_mark"],
                condition=IN_FORCE & ~Q(statement_mark=""),
                name="figures_override_of_record_statement_one_in_force",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="figures_override_has_reason"),
            models.CheckConstraint(
                condition=Q(page__isnull=False, record_type__isnull=True, record_key__isnull=True)
                | Q(page__isnull=True, record_type__isnull=False, record_key__isnull=False),
                name="figures_override_of_page_or_record",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, statement_mark="")
                | (Q(value__isnull=True, page__isnull=True) & ~Q(statement_mark="")),
                name="figures_override_of_value_or_own_statement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_by_name} · {self.made_at:%d.%m.%Y}"
