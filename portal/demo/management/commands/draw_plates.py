"""Draws the plates of the demo site, its social card and its icons."""

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.loading.content import PLATES_DIR
from portal.demo.plates.mark import mark
from portal.demo.plates.raster import flat_png, icon, plain_png
from portal.demo.plates.registry import PLATES, Plate
from portal.demo.plates.social_card import SIZE, social_card

WIDTH = 2000
ICONS_DIR = Path(settings.BASE_DIR) / "portal" / "core" / "static" / "core" / "icons"
FORMATS = ("svg", "png")


class Command(BaseCommand):
    help = "Draws the plates, the social card and the icons; the same code gives the same files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", help="The one plate to draw, by its slug.")
        parser.add_argument("--format", default=",".join(FORMATS), help="What to write, by commas: svg, png.")
        parser.add_argument("--out", type=Path, help="The folder to write to instead of the project's own.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["out"] or PLATES_DIR
        folder.mkdir(parents=True, exist_ok=True)
        formats = _formats(options["format"])
        for plate in _chosen(options["only"]):
            sizes = [write(folder / f"{plate.slug}.{kind}", _content(plate, kind)) for kind in formats]
            self.stdout.write(
                f"{plate.slug}: "
                + ", ".join(f"{kind} {size // 1024} KB" for kind, size in zip(formats, sizes, strict=True))
            )
        if options["only"] is None and "png" in formats:
            draw_whole_set(folder, options["out"] or ICONS_DIR)


def draw_whole_set(folder: Path, icons: Path) -> None:
    """Write the list of plates, the social card and the icons."""
    facts = [describe(plate, folder) for plate in PLATES]
    write(folder / "plates.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode())
    write(folder / "social-card.png", flat_png(social_card().svg(), SIZE[0], 256))
    icons.mkdir(parents=True, exist_ok=True)
    write(icons / "favicon.svg", mark().encode())
    write(icons / "favicon-32.png", plain_png(mark(), 32))
    write(icons / "favicon.ico", icon(mark()))
    write(icons / "apple-touch-icon.png", flat_png(mark(0.14), 180))


def write(path: Path, content: bytes) -> int:
    """Write a file and return its size in bytes."""
    return path.write_bytes(content)


def describe(plate: Plate, folder: Path) -> dict[str, str]:
    """Return what the loader needs to know of a drawn plate."""
    name = f"{plate.slug}.png"
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return {
        "slug": plate.slug,
        "title": plate.title,
        "alt": plate.alt,
        "file": name,
        "accent": plate.accent,
        "sha256": digest,
    }


def _content(plate: Plate, kind: str) -> bytes:
    return plate.svg().encode() if kind == "svg" else flat_png(plate.svg(), WIDTH)


def _formats(words: str) -> list[str]:
    chosen = [word.strip() for word in words.split(",")]
    unknown = sorted(set(chosen) - set(FORMATS))
    if unknown:
        raise CommandError(f"Unknown format {', '.join(unknown)}: choose from {', '.join(FORMATS)}.")
    return chosen


def _chosen(slug: str | None) -> list[Plate]:
    plates = [plate for plate in PLATES if slug in (None, plate.slug)]
    if not plates:
        raise CommandError(f"No plate is called {slug}: choose from {', '.join(plate.slug for plate in PLATES)}.")
    return plates
