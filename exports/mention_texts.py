"""Cases and events as texts that may speak of an enterprise."""

from collections.abc import Collection, Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from exports.models import ExportCase, TradeEvent
from industries.mentions.kinds import ReadText, TextKind, register_text_kind


def _read(view: str, record: Any, title: str, texts: Iterable[str]) -> ReadText:
    return ReadText(title, reverse(view, args=[record.slug]), [strip_tags(text) for text in texts])


def _open(model: Any, keys: Collection[int]) -> Collection[int]:
    return set(model.objects.open_to_visitors().filter(pk__in=keys).values_list("pk", flat=True))


def _cases_of(enterprise: Any) -> Collection[int]:
    return set(ExportCase.objects.filter(enterprises=enterprise).values_list("pk", flat=True))


def _events_of(enterprise: Any) -> Collection[int]:
    return set(TradeEvent.objects.filter(enterprises=enterprise).values_list("pk", flat=True))


def register() -> None:
    """Tell how cases and events are read; those that name their enterprises stand on its card already."""
    register_text_kind(
        TextKind(
            "case",
            _("Экспортные кейсы"),
            ExportCase,
            lambda: ExportCase.objects.live(),
            lambda case: _read("exports:case", case, case.title, [case.story, case.result_caption]),
            shown_apart=_cases_of,
            still_public=lambda keys: _open(ExportCase, keys),
        )
    )
    register_text_kind(
        TextKind(
            "event",
            _("Выставки и миссии"),
            TradeEvent,
            lambda: TradeEvent.objects.live(),
            lambda event: _read("exports:event", event, event.name, [event.description]),
            shown_apart=_events_of,
            still_public=lambda keys: _open(TradeEvent, keys),
        )
    )
