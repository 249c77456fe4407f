"""Decodes a picture within limits and makes a plain one of it: upright, one frame, screen colours, no alpha.

Runs in the child process; knows nothing of Django.
"""

import io
from dataclasses import dataclass, field
from typing import Any

from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)
from pillow_heif import register_heif_opener

from media.uploads.file_rights import read_file_rights
from media.uploads.kinds import READ_FORMATS, is_cut, kind_of
from media.uploads.limits import LIMITS, MASTER_SIDE, Limits

PLUGINS = (AvifImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)  # named: loaded
ORIENTATION = 0x0112
PLAIN_MODES = frozenset({"RGB", "L"})
ALPHA_MODES = frozenset({"RGBA", "LA", "PA"})
KEPT_FORMATS = frozenset({"JPEG", "PNG", "WEBP", "AVIF"})
HALVED_PIXELS = 12_000_000


register_heif_opener(thumbnails=False)


class Refused(Exception):
    """The file can't become a photo; ``code`` tells why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Master:
    """A picture that may be kept: its format, size, what its file says of it.

    ``content`` is the picture anew where the given bytes can't be kept as they are.
    """

    format: str
    width: int
    height: int
    file_rights: dict[str, str] = field(default_factory=dict)
    content: bytes = b""


def make_master(content: bytes, limits: Limits = LIMITS) -> Master:
    """Return the picture in ``content`` as it may be kept.

    Raises:
        Refused: it is no picture, is damaged, or asks too much.
    """
    _check_kind(content)
    try:
        with Image.open(io.BytesIO(content), formats=READ_FORMATS) as picture:
            _check_size(picture, limits)
            size, stays = picture.size, _may_stay(picture)
            _decode(picture, at_half_size=stays)
            rights = read_file_rights(picture)
            return Master(str(picture.format), *size, rights) if stays else _made_anew(picture, rights)
    except Refused:
        raise
    except MemoryError as error:
        raise Refused("too-heavy") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError) as error:
        raise Refused("truncated" if is_cut(content) else _code_of(error)) from error


def _check_kind(content: bytes) -> None:
    codes = {"vector": "vector", "document": "document", "other-picture": "other-picture", "unknown": "not-a-picture"}
    kind = kind_of(content)
    if kind != "picture":
        raise Refused(codes[kind] if content else "empty")


def _check_size(picture: Image.Image, limits: Limits) -> None:
    if picture.width * picture.height > limits.most_pixels:
        raise Refused("too-many-pixels")
    if min(picture.size) < limits.least_side:
        raise Refused("too-small")


def _code_of(error: Exception) -> str:
    text = str(error).lower()
    cut = isinstance(error, EOFError) or any(
        word in text for word in ("truncat", "premature", "not enough data", "end of file", "bytes not processed")
    )
    return "truncated" if cut else "damaged"


def _may_stay(picture: Image.Image) -> bool:
    return (
        picture.format in KEPT_FORMATS
        and picture.mode in PLAIN_MODES
        and picture.getexif().get(ORIENTATION, 1) == 1
        and not getattr(picture, "is_animated", False)
        and not _foreign_profile(picture)
    )


def _decode(picture: Image.Image, at_half_size: bool) -> None:
    """Decode the whole file to see that it is sound.

    A large JPEG that only has to be looked at is decoded at half size, which takes a quarter of the memory; a large
    picture that is to be made anew becomes smaller first.
    """
    if at_half_size and picture.width * picture.height > HALVED_PIXELS:
        picture.draft(None, (picture.width // 2, picture.height // 2))
    elif not at_half_size and max(picture.size) > MASTER_SIDE:
        picture.thumbnail((MASTER_SIDE, MASTER_SIDE))
    picture.load()


def _made_anew(picture: Image.Image, rights: dict[str, str]) -> Master:
    format_kept = "PNG" if picture.format in {"PNG", "GIF"} else "JPEG"
    profile = _foreign_profile(picture)
    orientation = picture.getexif().get(ORIENTATION, 1)
    plain = _in_screen_colours(_without_alpha(_upright(picture, orientation)), profile)
    output = io.BytesIO()
    plain.info = {}
    options: dict[str, Any] = {"quality": 95, "subsampling": 0} if format_kept == "JPEG" else {"compress_level": 6}
    plain.save(output, format_kept, **options)
    return Master(format_kept, *plain.size, rights, output.getvalue())


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    return ImageOps.exif_transpose(picture) if orientation != 1 else picture


def _without_alpha(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":
        return picture.point(lambda level: level / 256).convert("L")
    if picture.mode in ALPHA_MODES or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return picture


def _foreign_profile(picture: Image.Image) -> ImageCms.ImageCmsProfile | None:
    embedded = picture.info.get("icc_profile")
    if not embedded:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
        return None if "srgb" in ImageCms.getProfileDescription(profile).lower() else profile
    except (OSError, ImageCms.PyCMSError):
        return None


def _in_screen_colours(picture: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    if profile is not None and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            converted = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return picture if picture.mode in PLAIN_MODES else picture.convert("RGB")
