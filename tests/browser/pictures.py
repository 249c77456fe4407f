"""Pictures of whole pages held against kept ones: small enough to keep, fine enough to see a block move or vanish."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

KEPT = Path(__file__).resolve().parent / "pictures"
WIDTH = 72
# A pixel of the small picture differs when a channel is this far off; a changed date or letter stays below.
NOTICEABLE = 40
MOST_DIFFERENT = 0.002
MOST_TALLER = 0.03


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: the share of pixels, and the share of the height."""

    pixels: float
    height: float

    @property
    def is_visible(self) -> bool:
        """Whether a reader would see it."""
        return self.pixels > MOST_DIFFERENT or self.height > MOST_TALLER


def small_picture(screenshot: bytes) -> Image.Image:
    """Return a screenshot of a whole page reduced to a fixed width."""
    with Image.open(BytesIO(screenshot)) as picture:
        height = round(picture.height * WIDTH / picture.width)
        return picture.convert("RGB").resize((WIDTH, height), Image.Resampling.BOX)


def difference(first: Image.Image, second: Image.Image) -> Difference:
    """Return how far the two are apart, over the part both have."""
    shared = min(first.height, second.height)
    box = (0, 0, WIDTH, shared)
    apart = ImageChops.difference(first.crop(box), second.crop(box))
    worst = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    wrong = sum(worst.histogram()[NOTICEABLE:])
    return Difference(wrong / (WIDTH * shared), abs(first.height - second.height) / max(first.height, second.height))


def kept_picture(name: str) -> Image.Image:
    """Return the picture kept under ``name``."""
    with Image.open(KEPT / f"{name}.webp") as picture:
        return picture.convert("RGB")


def keep_picture(name: str, picture: Image.Image) -> None:
    """Keep the picture as what the page looks like from now on."""
    KEPT.mkdir(exist_ok=True)
    picture.save(KEPT / f"{name}.webp", lossless=True, quality=100, method=6)
