"""Events month by month, drafts among them, as editors plan them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from exports.models import TradeEvent
from portal.core.numbers import PartialDate


@dataclass(frozen=True)
class CalendarEntry:
    """One event with the address of its form."""

    event: TradeEvent
    url: str
    is_over: bool


@dataclass(frozen=True)
class CalendarMonth:
    """The events that begin in one month, or in a year where the month is not known."""

    title: str
    entries: tuple[CalendarEntry, ...]


class EventCalendarView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows what is ahead in order, then what is over, the latest first."""

    template_name = "exports/admin/calendar.html"
    permission_policy = ModelPermissionPolicy(TradeEvent)
    any_permission_required = ["change"]
    page_title = gettext_lazy("Календарь событий")
    header_icon = "calendar-alt"
    _show_breadcrumbs = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the months ahead and behind."""
        today = timezone.localdate()
        events = TradeEvent.objects.exclude(first_day=None).prefetch_related("markets")
        return super().get_context_data(
            ahead=months(events.filter(last_day__gte=today).order_by("first_day", "name"), today),
            behind=months(events.filter(last_day__lt=today).order_by("-first_day", "name"), today),
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The calendar is a root of its own."""
        return [{"url": "", "label": self.page_title}]


def months(events: Iterable[TradeEvent], today: date) -> list[CalendarMonth]:
    """Return the events, which are in order, by the month they begin in."""
    edit = TradeEvent.snippet_viewset.get_url_name("edit")
    return [
        CalendarMonth(
            title,
            tuple(
                CalendarEntry(event, reverse(edit, args=[event.pk]), bool(event.last_day and event.last_day < today))
                for event in group
            ),
        )
        for title, group in groupby(events, key=_month_of)
    ]


def _month_of(event: TradeEvent) -> str:
    begins = PartialDate.parse(event.starts)
    if begins.month is None:
        return _("%(year)d год, месяц не известен") % {"year": begins.year}
    return PartialDate(begins.year, begins.month).text()
