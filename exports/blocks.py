"""Blocks of the section about exports."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText
from wagtail.snippets.blocks import SnippetChooserBlock

from exports.display import FactGroup, group_facts
from media.preloading import PreloadedChooserMixin
from portal.core.blocks import ParagraphBlock
from portal.core.date_ranges import format_date_range
from portal.figures.blocks import FigureWithCaptionBlock


class CountryListBlock(blocks.StructBlock):
    """A fact about several countries taken together."""

    title = blocks.CharBlock(label=_("О чём"), max_length=140)
    figure = FigureWithCaptionBlock(label=_("Цифра"))
    countries = blocks.ListBlock(
        blocks.CharBlock(max_length=60, label=_("Страна")),
        label=_("Страны"),
        min_num=1,
        max_num=30,
        help_text=_("Цифра относится ко всем этим странам вместе."),
    )
    text = ParagraphBlock(label=_("Пояснение"), required=False)

    def get_preview_value(self) -> blocks.StructValue:
        """Show the example figure for two countries."""
        countries = self.child_blocks["countries"]
        return self._to_struct_value(
            [
                ("title", _("Станки: два рынка вместе")),
                ("figure", self.child_blocks["figure"].get_preview_value()),
                ("countries", ListValue(countries, values=[_("Северная страна"), _("Южная страна")])),
                ("text", RichText(str(_("<p>Цифра относится к обеим странам сразу.</p>")))),
            ]
        )

    class Meta:
        label = _("Страны вместе")
        icon = "globe"
        template = "exports/blocks/country_list.html"
        description = _("Цифра, общая для нескольких стран.")


class ExportFactChooserBlock(PreloadedChooserMixin, SnippetChooserBlock):
    """A published fact about exports; how it reads is worked out from its record."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("exports.ExportFact", **kwargs)


class MarketChooserBlock(PreloadedChooserMixin, SnippetChooserBlock):
    """A market, for a link to its page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("industries.Market", **kwargs)


class SpotlightValue(blocks.StructValue):
    """A market in the foreground with what the records say of it."""

    @property
    def groups(self) -> list[FactGroup]:
        """The chosen facts that are published, those on one thing side by side."""
        chosen = [fact for fact in self.get("export_facts") or [] if fact is not None and fact.live]
        return group_facts(chosen, self.get("market"))

    @property
    def market_url(self) -> str:
        """The address of the market's page."""
        market = self.get("market")
        return reverse("exports:market", args=[market.slug]) if market else ""


class SpotlightBlock(blocks.StructBlock):
    """One market in the foreground, with its figures and facts."""

    title = blocks.CharBlock(label=_("Рынок"), max_length=80)
    text = ParagraphBlock(label=_("Текст"))
    figures = blocks.ListBlock(FigureWithCaptionBlock(), label=_("Цифры"), default=[], max_num=4)
    market = MarketChooserBlock(label=_("Страница рынка"), required=False)
    export_facts = blocks.ListBlock(
        ExportFactChooserBlock(label=_("Факт")),
        label=_("Факты"),
        default=[],
        max_num=6,
        help_text=_("Читаются из записей: область, период и сравнение сказаны всегда."),
    )

    class Meta:
        label = _("Рынок крупным планом")
        icon = "view"
        value_class = SpotlightValue
        template = "exports/blocks/spotlight.html"
        description = _("Одна страна: текст, цифры и факты.")
        preview_value = {
            "title": _("Соседний рынок"),
            "text": _("<p>Спрос растёт третий год.</p>"),
            "figures": [],
            "market": None,
            "export_facts": [],
        }


class EventValue(blocks.StructValue):
    """An event with its dates in words."""

    @property
    def dates_text(self) -> str:
        """«8–10 февраля 2026 года»; one day, or from one month to another, where it is so."""
        return format_date_range(self["starts_on"], self.get("ends_on"))


class EventBlock(blocks.StructBlock):
    """A forum or an exhibition with its dates and those who came."""

    name = blocks.CharBlock(label=_("Событие"), max_length=120)
    place = blocks.CharBlock(label=_("Где"), max_length=100)
    starts_on = blocks.DateBlock(label=_("Начало"))
    ends_on = blocks.DateBlock(label=_("Окончание"), required=False)
    participants = blocks.ListBlock(
        blocks.CharBlock(max_length=120, label=_("Участник")), label=_("Участники"), default=[], max_num=20
    )
    text = ParagraphBlock(label=_("Текст"), required=False)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse an event that ends before it starts."""
        cleaned = super().clean(value)
        if cleaned["starts_on"] and cleaned["ends_on"] and cleaned["ends_on"] < cleaned["starts_on"]:
            raise StructBlockValidationError(
                {
                    "ends_on": ValidationError(
                        _("Событие не может закончиться раньше, чем началось. Проверьте обе даты.")
                    )
                }
            )
        return cleaned

    class Meta:
        label = _("Событие")
        icon = "calendar-alt"
        value_class = EventValue
        template = "exports/blocks/event.html"
        description = _("Форум или выставка: даты, место, участники.")
        preview_value = {
            "name": _("Промышленный форум"),
            "place": _("Столица"),
            "starts_on": date(2026, 2, 8),
            "ends_on": date(2026, 2, 10),
            "participants": [_("Завод приборов")],
            "text": "",
        }
