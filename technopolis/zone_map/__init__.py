"""The zone's map, drawn on the server: outlines of districts, an inset, numbered markers that never overlap."""

from technopolis.zone_map.drawing import MapLayout, Marker, Outline, ZoneMap, draw_map

__all__ = ["MapLayout", "Marker", "Outline", "ZoneMap", "draw_map"]
