"""Figures, their values over time, units and sources."""

from portal.figures.models.figure import Figure, FigureValue
from portal.figures.models.source import Source
from portal.figures.models.unit import Unit

__all__ = ["Figure", "FigureValue", "Source", "Unit"]
