"""What was done to a figure's values: who, when, why, and what stood before."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.figures.enums import Act
from portal.figures.models.value import FigureValue


class FigureChange(models.Model):
    """One act on a figure, kept for ever: the feed of changes and the history of a figure are read from it."""

    figure = models.ForeignKey(
        "figures.Figure", verbose_name=_("цифра"), on_delete=models.CASCADE, related_name="changes"
    )
    value = models.ForeignKey(
        "figures.FigureValue", verbose_name=_("значение"), on_delete=models.CASCADE, related_name="changes"
    )
    act = models.CharField(_("что сделано"), max_length=12, choices=Act.choices)
    made_at = models.DateTimeField(_("когда"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by_name = models.CharField(_("имя"), max_length=200, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("одобрил"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by_name = models.CharField(_("имя одобрившего"), max_length=200, blank=True)
    reason = models.TextField(_("причина"), help_text=_("Для редакции: на сайте не показывается."))
    public_note = models.TextField(
        _("пояснение для читателя"), blank=True, help_text=_("Показывается на странице цифры и в ленте изменений.")
    )
    before = models.JSONField(_("было"), default=dict)
    after = models.JSONField(_("стало"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("изменение цифры")
        verbose_name_plural = _("изменения цифр")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(act=Act.CORRECT) | ~models.Q(public_note=""),
                name="figures_change_correction_has_public_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} · {self.made_at:%d.%m.%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save once; history is never rewritten.

        Raises:
            ValidationError: the act is stored already.
        """
        if self.pk:
            raise ValidationError(_("Историю цифры не переписывают."))
        super().save(*args, **kwargs)

    @property
    def value_before(self) -> FigureValue | None:
        """The value that stood before, in memory only; ``None`` for the first one."""
        return self._value(self.before)

    @property
    def value_after(self) -> FigureValue | None:
        """The value as it stood after the act, in memory only."""
        return self._value(self.after)

    @property
    def text_before(self) -> str:
        """The former number as a page showed it; empty for the first one."""
        return self._text(self.value_before)

    @property
    def text_after(self) -> str:
        """The number as a page showed it after the act."""
        return self._text(self.value_after)

    def _value(self, kept: dict[str, Any]) -> FigureValue | None:
        if not kept:
            return None
        value = FigureValue(figure=self.figure, **kept)
        value.value = FigureValue._meta.get_field("value").to_python(kept["value"])
        return value

    def _text(self, value: FigureValue | None) -> str:
        return value.formatted(self.figure.unit).text if value and value.value is not None else ""
