"""Figures, their values over time, what was done to them, units and sources."""

from portal.figures.models.change import FigureChange
from portal.figures.models.figure import Figure
from portal.figures.models.override import PublicationOverride
from portal.figures.models.source import Source
from portal.figures.models.unit import Unit
from portal.figures.models.value import FigureValue

__all__ = ["Figure", "FigureChange", "FigureValue", "PublicationOverride", "Source", "Unit"]
