"""What has changed in figures: «стало» and «было», as a page and as a feed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import Crumb, breadcrumb_data
from portal.core.entrances import entrance_or_404
from portal.core.page_head import PageHead
from portal.figures.enums import Act
from portal.figures.models import Figure, FigureChange, FiguresIndexPage, FigureValue
from portal.figures.public.data import licence_of
from portal.figures.public.listed import title_of
from portal.listing.about import About
from portal.listing.atom import entry_xml, feed_start
from portal.listing.rows import ListingRow

MOST_CHANGES = 100
FEED_TYPE = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True)
class ChangeRow:
    """One act on a figure as visitors may know it: who acted and why stays with the editors."""

    change: FigureChange

    @property
    def title(self) -> str:
        """What is counted."""
        return title_of(self.change.figure)

    @property
    def url(self) -> str:
        """The address of the figure's page at this change."""
        return f"{reverse('figures:figure', args=[self.change.figure.slug])}#change-{self.change.pk}"

    @property
    def act_label(self) -> str:
        """What was done."""
        return str(self.change.get_act_display())

    @property
    def before(self) -> str:
        """The number that stood before, with its period; empty for the first one."""
        return _with_period(self.change.text_before, self.change.value_before)

    @property
    def after(self) -> str:
        """The number as it stands after, with its period."""
        return _with_period(self.change.text_after, self.change.value_after)

    @property
    def summary(self) -> str:
        """The change in a sentence, for the feed."""
        parts = [_("Стало: %(text)s.") % {"text": self.after}]
        if self.before:
            parts.append(_("Было: %(text)s.") % {"text": self.before})
        return " ".join([f"{self.act_label[:1].upper()}{self.act_label[1:]}.", *parts, self.change.public_note]).strip()

    def as_entry(self) -> ListingRow:
        """Return the change as an entry of the feed."""
        return ListingRow(str(self.change.pk), self.title, self.url, self.summary, self.change.made_at)


def public_changes(figure: Figure | None = None) -> list[ChangeRow]:
    """Return the latest changes of published figures, or of one; a review changes nothing a reader sees. One query."""
    changes: QuerySet[FigureChange] = FigureChange.objects.filter(figure__live=True).exclude(act=Act.REVIEW)
    if figure:
        changes = changes.filter(figure=figure)
    latest = list(changes.select_related("figure__unit")[:MOST_CHANGES])
    figures: dict[int, Figure] = {}
    for change in latest:
        change.figure = figures.setdefault(change.figure_id, change.figure)
    return [ChangeRow(change) for change in latest if not change.figure.is_held_back]


@require_safe
def changes_page(request: HttpRequest) -> HttpResponse:
    """Show the latest changes."""
    entrance = entrance_or_404(FiguresIndexPage)
    title = _("Что изменилось в цифрах")
    crumbs = [Crumb(entrance.title, entrance.get_url(request) or ""), Crumb(title)]
    head = PageHead(
        title=title,
        url=request.build_absolute_uri(reverse("figures:changes")),
        description=_("Какие числа портала стали другими: стало, было, когда и почему."),
        feed_url=request.build_absolute_uri(reverse("figures:changes_feed")),
        feed_title=title,
        structured_data=[breadcrumb_data(crumbs, request)],
    )
    context = {"head": head, "crumbs": crumbs, "changes": public_changes()}
    return render(request, "figures/changes_page.html", context)


@require_safe
def changes_feed(request: HttpRequest) -> HttpResponse:
    """Give the latest changes as an Atom feed."""
    entrance = entrance_or_404(FiguresIndexPage)
    changes = public_changes()
    about = About(
        title=_("Что изменилось в цифрах"),
        url=request.build_absolute_uri(reverse("figures:changes")),
        filters=_("Стало и было"),
        date=timezone.localdate().isoformat(),
        licence=licence_of(entrance),
        count=len(changes),
        errors=(),
    )
    updated = changes[0].change.made_at if changes else entrance.last_published_at or timezone.now()
    start = feed_start(about, request.build_absolute_uri(), updated)
    return HttpResponse("".join([start, *_entries(changes, request), "</feed>\n"]), content_type=FEED_TYPE)


def _entries(changes: Iterable[ChangeRow], request: HttpRequest) -> list[str]:
    return [entry_xml(row.as_entry(), request.build_absolute_uri(row.url)) for row in changes]


def _with_period(text: str, value: FigureValue | None) -> str:
    period = value.typed_period if value else None
    words = (value.period_note if value else "") or (period.text() if period else "")
    return f"{text} ({words})" if text and words else text
