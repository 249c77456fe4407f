"""Addresses that figures had before they were renamed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerFigureAddress(models.Model):
    """An address a figure no longer has; it leads to where the figure is now, so that citations and frames hold."""

    slug = models.SlugField(_("прежний адрес"), max_length=100, unique=True)
    figure = models.ForeignKey(
        "figures.Figure", verbose_name=_("цифра"), on_delete=models.CASCADE, related_name="former_addresses"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("прежний адрес")
        verbose_name_plural = _("прежние адреса")

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def keep(cls, figure: models.Model, former: str | None) -> None:
        """Let ``former``, an address the figure had, lead to it; the address it has now is nobody's former one."""
        slug: str = figure.slug  # type: ignore[attr-defined]
        if former == slug:
            return
        cls.objects.filter(slug=slug).delete()
        if former:
            cls.objects.update_or_create(slug=former, defaults={"figure_id": figure.pk})

    @classmethod
    def refuse_taken(cls, figure: models.Model) -> None:
        """Check that the figure's address was no other figure's.

        Raises:
            ValidationError: the address leads to another figure.
        """
        slug: str = figure.slug  # type: ignore[attr-defined]
        if cls.objects.filter(slug=slug).exclude(figure_id=figure.pk).exists():
            raise ValidationError({"slug": _("Этот адрес раньше был у другой цифры и ведёт к ней. Возьмите другой.")})
