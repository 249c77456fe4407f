"""Photos, those who hold the rights, and the decisions on their credits."""

from media.models.decision import Credit, CreditDecision
from media.models.holder import RightsHolder
from media.models.photo import Photo, Rendition
from media.models.slot import PhotoSlot

__all__ = ["Credit", "CreditDecision", "Photo", "PhotoSlot", "Rendition", "RightsHolder"]
