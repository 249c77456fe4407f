"""Blocks that put a photo on a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from media.preloading import PreloadedChooserMixin


class PhotoChooserBlock(PreloadedChooserMixin, ImageChooserBlock):
    """Chooses a photo; on a composed page it takes the record fetched with all the others."""

    class Meta:
        label = _("Фото")
        icon = "image"


class PhotoBlock(blocks.StructBlock):
    """A photo with a caption; its credit always comes from its record."""

    photo = PhotoChooserBlock(label=_("Фото или рисунок"))
    caption = blocks.CharBlock(label=_("Подпись к снимку"), max_length=200, required=False)

    class Meta:
        label = _("Фото")
        icon = "image"
        template = "media/blocks/photo.html"
        description = _("Фото или рисунок с подписью автора.")

    def get_preview_value(self) -> Any:
        """An empty photo: the block shows its placeholder."""
        return self.to_python({"photo": None, "caption": ""})
