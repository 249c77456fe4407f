"""Figures, their values over time, what was done to them, units, topics and sources; the entrances to them."""

from portal.figures.models.change import FigureChange
from portal.figures.models.figure import Figure
from portal.figures.models.former_address import FormerFigureAddress
from portal.figures.models.override import PublicationOverride
from portal.figures.models.pages import FiguresIndexPage, SourcesIndexPage
from portal.figures.models.source import Source
from portal.figures.models.topic import FigureTopic
from portal.figures.models.unit import Unit
from portal.figures.models.value import FigureValue

__all__ = [
    "Figure",
    "FigureChange",
    "FigureTopic",
    "FigureValue",
    "FiguresIndexPage",
    "FormerFigureAddress",
    "PublicationOverride",
    "Source",
    "SourcesIndexPage",
    "Unit",
]
