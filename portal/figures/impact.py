"""Each place a new or amended value would change: seen before it is saved."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex, Revision

from portal.figures.display import FigureDisplay
from portal.figures.models import Figure, FigureValue
from portal.figures.places import FigurePlace, figure_places
from portal.figures.usage import draft_records_with, name_for_editors, pages_through_records, public_records_with


class Stage(TextChoices):
    """In which version of a page a place stands."""

    LIVE = "live", _("на сайте")
    DRAFT = "draft", _("в черновике")
    SCHEDULED = "scheduled", _("запланировано")


@dataclass(frozen=True)
class ChangedPlace:
    """One place with what it shows now and what it will show."""

    title: str
    record: Model
    stage: Stage
    caption: str
    before: str
    after: str
    path: tuple[str, ...]
    field: str = ""


@dataclass(frozen=True)
class Impact:
    """All that a value would change.

    ``places`` stand in pages' text, ``channels`` are pages it is chosen for as a whole, ``records`` show it themselves
    or are shown by a page.
    """

    places: tuple[ChangedPlace, ...]
    channels: tuple[ChangedPlace, ...]
    records: tuple[ChangedPlace, ...]


def impact_of(figure: Figure, value: FigureValue) -> Impact:
    """Return what changes once ``value`` is the shown one of ``figure``."""
    now, then = _loaded(figure, figure.current_value), _loaded(figure, value)
    found = [
        _changed(record, stage, place, now, then)
        for record, stage in _pages_using(figure)
        for place in figure_places(record)
        if place.figure_key == figure.pk
    ]
    distinct = list(_without_repetitions(found))
    return Impact(
        places=tuple(place for place in distinct if not place.field),
        channels=tuple(place for place in distinct if place.field),
        records=tuple(_without_repetitions(list(_record_places(figure, now, then)))),
    )


def _record_places(figure: Figure, now: Figure, then: Figure) -> Iterator[ChangedPlace]:
    whole = FigurePlace(figure.pk, (), "")
    for record in public_records_with(figure):
        yield _changed(record, Stage.LIVE, whole, now, then)
    kinds = pages_through_records(figure)
    for page in Page.objects.filter(pk__in=kinds).order_by("path"):
        words = str(_("показывает запись: %(kind)s") % {"kind": kinds[page.pk]})
        through = FigurePlace(figure.pk, (), "", field=words)
        yield _changed(page, Stage.LIVE, through, now, then)
    for record in draft_records_with(figure):
        yield _changed(record, Stage.DRAFT, whole, now, then)


def _pages_using(figure: Figure) -> Iterator[tuple[Page, Stage]]:
    for record, _references in ReferenceIndex.get_grouped_references_to(figure):
        if isinstance(record, Page) and record.live:
            yield record.specific, Stage.LIVE
    for revision in Revision.page_revisions.filter(approved_go_live_at__isnull=False):
        yield revision.as_object(), Stage.SCHEDULED
    unpublished = Page.objects.filter(has_unpublished_changes=True) | Page.objects.filter(live=False)
    for page in unpublished.specific().select_related("latest_revision"):
        yield page.get_latest_revision_as_object(), Stage.DRAFT


def _changed(record: Any, stage: Stage, place: FigurePlace, now: Figure, then: Figure) -> ChangedPlace:
    is_page = isinstance(record, Page)
    title = record.get_admin_display_title() if is_page else name_for_editors(record)
    return ChangedPlace(
        title=title,
        record=record,
        stage=stage,
        caption=place.caption or (now.caption or now.subject),
        before=_shown(now, place),
        after=_shown(then, place),
        path=place.path,
        field=place.field,
    )


def _without_repetitions(places: list[ChangedPlace]) -> Iterator[ChangedPlace]:
    """Leave out a draft's place that is the same as the live or scheduled one: the page is named once."""
    seen: set[tuple[Any, ...]] = set()
    for place in places:
        mark = (type(place.record), place.record.pk, place.path, place.caption)
        if place.stage is not Stage.DRAFT or mark not in seen:
            yield place
        seen.add(mark)


def _loaded(figure: Figure, value: FigureValue | None) -> Figure:
    twin = copy(figure)
    for name in ("current_value", "_displays"):
        twin.__dict__.pop(name, None)
    twin.current_values = [value] if value else []
    return twin


def _shown(figure: Figure, place: FigurePlace) -> str:
    display = FigureDisplay.of(figure)
    if display is None:
        return ""
    return display.formatted.text if place.is_inline else display.standing_text
