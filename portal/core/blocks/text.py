"""Blocks of running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "figure", "figure-numbers"]


class ParagraphBlock(blocks.RichTextBlock):
    """Paragraphs and lists; no headings, pictures or embeds inside."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        label = _("Текст")
        icon = "pilcrow"
        template = "core/blocks/paragraph.html"
        description = _("Абзацы и списки.")
        preview_value = _(
            "<p>Цех больше не прячется за глухим забором: в новых корпусах "
            "рядом стоят станки, лаборатория и учебный класс.</p>"
        )


class SubheadingBlock(blocks.CharBlock):
    """A heading inside a section."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 120, **kwargs})

    class Meta:
        label = _("Подзаголовок")
        icon = "title"
        template = "core/blocks/subheading.html"
        description = _("Заголовок внутри раздела.")
        preview_value = _("Почему это важно")


class FeatureItemBlock(blocks.StructBlock):
    """One point of a list: a short name and a sentence."""

    title = blocks.CharBlock(label=_("Название"), max_length=80)
    text = blocks.TextBlock(label=_("Пояснение"), max_length=300, required=False)

    class Meta:
        label = _("Пункт")
        icon = "list-ul"


class FeatureListBlock(blocks.StructBlock):
    """A list of short points under a common line."""

    title = blocks.CharBlock(label=_("Общая строка"), max_length=120, required=False)
    points = blocks.ListBlock(FeatureItemBlock(), label=_("Пункты"), min_num=1, max_num=12)

    class Meta:
        label = _("Список пунктов")
        icon = "list-ul"
        template = "core/blocks/feature_list.html"
        description = _("Короткие пункты с пояснениями.")
        preview_value = {
            "title": _("Что получает компания"),
            "points": [
                {"title": _("Готовые помещения"), "text": _("Корпус подключён к сетям до прихода станков.")},
                {"title": _("Одно окно"), "text": _("С документами помогает один координатор.")},
            ],
        }
