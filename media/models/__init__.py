"""Photos, those who hold the rights, the decisions on their credits, and what the moderators' desk remembers."""

from media.models.decision import Credit, CreditDecision
from media.models.desk_records import BulkChange, JobRun, ReasonTemplate, SavedView, SentNotice
from media.models.file_work import FileWork
from media.models.holder import RightsHolder
from media.models.holder_change import HolderChange
from media.models.likeness import Likeness
from media.models.photo import Photo, Rendition
from media.models.slot import PhotoSlot

__all__ = [
    "BulkChange",
    "Credit",
    "CreditDecision",
    "FileWork",
    "HolderChange",
    "JobRun",
    "Likeness",
    "Photo",
    "PhotoSlot",
    "ReasonTemplate",
    "Rendition",
    "RightsHolder",
    "SavedView",
    "SentNotice",
]
