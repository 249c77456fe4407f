"""Draws the plates of the demo site."""

import hashlib
import io
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import resvg_py
from django.core.management.base import BaseCommand
from PIL import Image

from portal.demo.loading.content import PLATES_DIR
from portal.demo.plates.registry import PLATES, Plate

COLOURS = 96


class Command(BaseCommand):
    help = "Draws the plates of the demo site as PNG; the same code gives the same files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--only", help="The one plate to draw, by its slug.")
        parser.add_argument("--out", type=Path, default=PLATES_DIR, help="The folder to write to.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["out"]
        folder.mkdir(parents=True, exist_ok=True)
        chosen = [plate for plate in PLATES if options["only"] in (None, plate.slug)]
        for plate in chosen:
            content = draw(plate)
            (folder / f"{plate.slug}.png").write_bytes(content)
            self.stdout.write(f"{plate.slug}: {len(content) // 1024} KB")
        if options["only"] is None:
            facts = [describe(plate, folder) for plate in PLATES]
            (folder / "plates.json").write_text(
                json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )


def draw(plate: Plate) -> bytes:
    """Return the plate as a PNG with a small palette."""
    raster = bytes(resvg_py.svg_to_bytes(svg_string=plate.svg()))
    output = io.BytesIO()
    picture = Image.open(io.BytesIO(raster)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(output, "PNG", optimize=True)
    return output.getvalue()


def describe(plate: Plate, folder: Path) -> dict[str, str]:
    """Return what the loader needs to know of a drawn plate."""
    name = f"{plate.slug}.png"
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return {"slug": plate.slug, "title": plate.title, "alt": plate.alt, "file": name, "sha256": digest}
