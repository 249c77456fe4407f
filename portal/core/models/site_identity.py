"""Who publishes the portal: everything a header, a footer and machine-readable data say of it."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from media.gate import GatedRecordMixin
from media.public_pages import open_pages


class SiteIdentityQuerySet(models.QuerySet):
    """What sites say of themselves."""

    def open_to_visitors(self) -> "SiteIdentityQuerySet":
        """Only of sites whose front page visitors see."""
        return self.filter(site__root_page__in=open_pages().values("pk"))


@register_setting(icon="home", order=10)
class SiteIdentity(GatedRecordMixin, BaseSiteSetting):
    """The name of the site and of its publisher; another region fills these in and touches no code."""

    name = models.CharField(_("название портала"), max_length=80, help_text=_("Стоит в шапке каждой страницы."))
    publisher = models.CharField(
        _("издатель"), max_length=160, blank=True, help_text=_("Организация, которая отвечает за портал.")
    )
    about = models.TextField(_("о портале"), max_length=500, blank=True, help_text=_("Две-три фразы в подвале."))
    contact_email = models.EmailField(_("почта редакции"), blank=True)
    region_genitive = models.CharField(
        _("регион в родительном падеже"),
        max_length=60,
        blank=True,
        help_text=_("«Москвы» — для фраз вида «промышленность Москвы»."),
    )
    social_image = models.ForeignKey(
        "media.Photo",
        verbose_name=_("картинка для соцсетей"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = SiteIdentityQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("region_genitive"), FieldPanel("about")], _("Портал")),
        MultiFieldPanel([FieldPanel("publisher"), FieldPanel("contact_email")], _("Издатель")),
        FieldPanel("social_image"),
    ]

    class Meta:
        verbose_name = _("о портале")
        verbose_name_plural = _("о портале")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The front page: its address is what a social card with the site's picture stands for."""
        return reverse("wagtail_serve", args=[""])
