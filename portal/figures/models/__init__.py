"""Figures, their values over time, units, topics and sources; the entrances to them."""

from portal.figures.models.figure import Figure, FigureValue
from portal.figures.models.former_address import FormerFigureAddress
from portal.figures.models.pages import FiguresIndexPage, SourcesIndexPage
from portal.figures.models.source import Source
from portal.figures.models.topic import FigureTopic
from portal.figures.models.unit import Unit

__all__ = [
    "Figure",
    "FigureTopic",
    "FigureValue",
    "FiguresIndexPage",
    "FormerFigureAddress",
    "Source",
    "SourcesIndexPage",
    "Unit",
]
