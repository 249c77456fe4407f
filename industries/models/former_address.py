"""Addresses that cards had before."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """An address a card no longer has, after a renaming or a merge; it leads to where the card is now."""

    slug = models.SlugField(_("прежний адрес"), max_length=100, unique=True)
    enterprise = models.ForeignKey(
        "industries.Enterprise",
        verbose_name=_("предприятие"),
        on_delete=models.CASCADE,
        related_name="former_addresses",
    )

    class Meta:
        verbose_name = _("прежний адрес")
        verbose_name_plural = _("прежние адреса")

    def __str__(self) -> str:
        return self.slug
