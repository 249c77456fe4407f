"""A figure as a line of the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.figures.display import FigureDisplay
from portal.figures.enums import ValueStatus
from portal.figures.models import Figure, FigureTopic


@dataclass(frozen=True)
class ListedFigure:
    """One figure with its current value."""

    title: str
    display: FigureDisplay
    status: str

    @property
    def status_label(self) -> str:
        """How far the value is checked."""
        return str(ValueStatus(self.status).label)


@dataclass(frozen=True)
class TopicGroup:
    """The figures under one heading."""

    name: str
    figures: list[ListedFigure]


def listed(figure: Figure) -> ListedFigure | None:
    """Return ``figure`` (loaded for display) as a line of the list; ``None`` while it has nothing to show."""
    display, value = FigureDisplay.of(figure), figure.current_value
    if display is None or value is None:
        return None
    return ListedFigure(title_of(figure), display, value.status)


def title_of(figure: Figure) -> str:
    """Return what is counted, in the language of the page."""
    return figure.subject_english if get_language() == "en" and figure.subject_english else figure.subject


def name_of(topic: FigureTopic | None) -> str:
    """Return the heading in the language of the page."""
    if topic is None:
        return _("Другие цифры")
    return topic.name_english if get_language() == "en" and topic.name_english else topic.name


def listed_by_topic(figures: Iterable[Figure]) -> list[TopicGroup]:
    """Return the lines under their headings; ``figures`` are in the order of topics."""
    groups = []
    for topic, members in groupby(figures, key=lambda figure: figure.topic):
        lines = [line for line in map(listed, members) if line]
        if lines:
            groups.append(TopicGroup(name_of(topic), lines))
    return groups
