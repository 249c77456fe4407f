"""Administrative districts: where sites and enterprises stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index


class District(index.Indexed, models.Model):
    """A district of the region; its outline on the map is the polygon of the same key in the boundary file."""

    name = models.CharField(_("название"), max_length=80, unique=True, help_text=_("«Зеленоградский»."))
    short_name = models.CharField(_("сокращение"), max_length=12, unique=True, help_text=_("«ЗелАО»."))
    slug = models.SlugField(_("адрес"), max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(_("порядок"), default=0)
    polygon_key = models.CharField(
        _("ключ контура"), max_length=40, blank=True, help_text=_("Код округа в файле границ; пусто — на карте нет.")
    )
    in_inset = models.BooleanField(
        _("во врезке карты"), default=False, help_text=_("Округ далеко от остальных: его рисуют крупнее, в углу.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldRowPanel([FieldPanel("short_name"), FieldPanel("slug"), FieldPanel("position")])],
            _("Округ"),
        ),
        MultiFieldPanel([FieldPanel("polygon_key"), FieldPanel("in_inset")], _("На карте")),
    ]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.AutocompleteField("short_name")]

    class Meta:
        verbose_name = _("округ")
        verbose_name_plural = _("округа")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.short_name
