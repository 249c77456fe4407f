"""A figure as a card other sites may frame: no script, a policy of its own, live or as it was on a day."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from portal.core.date_ranges import format_date_range
from portal.core.entrances import entrance_or_404
from portal.figures.models import FiguresIndexPage
from portal.figures.public.lookup import record_of, redirect_of_former
from portal.figures.public.record import FigureRecord, ValueRow

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FRAME_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@dataclass(frozen=True)
class Card:
    """What stands in the frame. ``problem`` says why there is no value."""

    record: FigureRecord
    row: ValueRow | None
    pinned_text: str = ""
    problem: str = ""

    @property
    def is_outdated(self) -> bool:
        """Whether the value of the day is no longer the one on the site."""
        return bool(self.pinned_text and self.row and self.row != self.record.current)


@require_safe
@xframe_options_exempt
def figure_frame(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the card; ``?on=2025-10-29`` pins it to what was known on that day and says when it is outdated."""
    entrance_or_404(FiguresIndexPage)
    record = record_of(slug)
    if record is None:
        return redirect_of_former(slug, request, "figures:embed")
    card, status = _card(record, request.GET.get("on"))
    context = {"card": card, "url": request.build_absolute_uri(record.url)}
    response = render(request, "figures/figure_frame.html", context, status=status)
    response["Content-Security-Policy"] = FRAME_POLICY
    return response


def _card(record: FigureRecord, asked: str | None) -> tuple[Card, int]:
    if asked is None:
        return Card(record, record.current), 200
    day = _day(asked)
    if day is None:
        return Card(record, None, problem=_("Дату пишут так: 2025-10-29.")), 400
    words = format_date_range(day)
    row = record.value_on(day)
    if row is None:
        return Card(record, None, words, _("На эту дату значения ещё не было.")), 404
    return Card(record, row, words), 200


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
