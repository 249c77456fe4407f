"""The zone's map, drawn on the server: outlines of districts, an inset, numbered markers that never overlap."""

from technopolis.zone_map.drawing import Marker, ZoneMap, draw_map

__all__ = ["Marker", "ZoneMap", "draw_map"]
