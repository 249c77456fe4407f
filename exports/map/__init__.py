"""The map of markets: land as dots without borders, lines from the origin, numbered markers, a table of the same."""

from exports.map.drawing import ExportMap, MapPlace, draw_map
from exports.map.geometry import Geometry, load_geometry

__all__ = ["ExportMap", "Geometry", "MapPlace", "draw_map", "load_geometry"]
