"""Addresses that cards had before."""

from django.core.exceptions import ValidationError
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

    @classmethod
    def keep(cls, enterprise: models.Model, former: str) -> None:
        """Let ``former``, an address the card had, lead to it; the address it has now is nobody's former one."""
        slug: str = enterprise.slug  # type: ignore[attr-defined]
        if former in ("", slug):
            return
        cls.objects.filter(slug=slug).delete()
        cls.objects.update_or_create(slug=former, defaults={"enterprise_id": enterprise.pk})

    @classmethod
    def refuse_taken(cls, enterprise: models.Model) -> None:
        """Check that the card's address was no other card's: links to that one would lead here.

        Raises:
            ValidationError: the address leads to another card.
        """
        slug: str = enterprise.slug  # type: ignore[attr-defined]
        if cls.objects.filter(slug=slug).exclude(enterprise_id=enterprise.pk).exists():
            raise ValidationError(
                {"slug": _("Этот адрес раньше был у другой карточки и ведёт к ней. Возьмите другой.")}
            )
