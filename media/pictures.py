"""A photo as a page shows it: ready files only, or a neutral placeholder of the same size."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from media.enums import SourceType
from media.renditions import FORMATS, WIDTHS, specification
from media.structured_data import image_object, script_text

if TYPE_CHECKING:
    from media.models import Photo

MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
DEFAULT_SHAPE = (1600, 1000)


@dataclass(frozen=True)
class PictureSource:
    """The files of one format for a ``<source>`` element."""

    mime_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What the photo component needs; with no ``url`` it is a placeholder."""

    width: int
    height: int
    alt: str = ""
    credit_line: str = ""
    kind_note: str = ""
    is_drawing: bool = False
    url: str = ""
    structured_data: str = ""
    sources: tuple[PictureSource, ...] = ()

    @classmethod
    def of(cls, photo: "Photo | None") -> "Picture":
        """Return ``photo`` as it may be shown now; nothing is made on the way."""
        if photo is None:
            return cls(*DEFAULT_SHAPE)
        renditions = photo.ready_files
        fallback = [renditions[spec] for spec in (specification(w, "jpeg") for w in WIDTHS) if spec in renditions]
        if not photo.is_cleared or not fallback:
            return cls(photo.width, photo.height)
        middle = fallback[min(1, len(fallback) - 1)]
        return cls(
            width=fallback[-1].width,
            height=fallback[-1].height,
            alt=photo.default_alt_text,
            credit_line=photo.credit_line,
            kind_note=_kind_note(photo),
            is_drawing=photo.source_type == SourceType.DRAWING,
            url=middle.url,
            structured_data=script_text(image_object(photo, fallback[-1].url)),
            sources=tuple(_sources(renditions)),
        )


def _sources(renditions: dict) -> list[PictureSource]:
    sources = []
    for name in FORMATS:
        files = [renditions[spec] for spec in (specification(width, name) for width in WIDTHS) if spec in renditions]
        if files:
            srcset = ", ".join(f"{file.url} {file.width}w" for file in files)
            sources.append(PictureSource(MIME_TYPES[name], srcset))
    return sources


def _kind_note(photo: "Photo") -> str:
    """Return what the picture is where it is no photograph and its credit does not say so already."""
    notes = {
        SourceType.DRAWING: (_("Рисунок"), ("рисун", "иллюстрац", "drawing", "illustration")),
        SourceType.COMPOSITE: (_("Коллаж"), ("коллаж", "collage", "composite")),
        SourceType.AI_GENERATED: (_("Изображение создано ИИ"), ()),
    }
    note, words = notes.get(SourceType(photo.source_type), ("", ()))
    return "" if any(word in photo.credit_line.lower() for word in words) else note
