"""Has uploaded pictures looked at before the request's transaction begins.

On SQLite a transaction that writes keeps every other writer waiting: a picture that takes seconds to decode must not be
decoded inside one.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponseBase

from media.uploads.inspector import INSPECTOR, InspectedPicture, UploadRefused

PICTURE_SCREENS = frozenset({"wagtailimages", "wagtailimages_chooser"})
UPLOAD_SCREEN = "photo_upload"


def outcome_of(file: UploadedFile) -> InspectedPicture | UploadRefused:
    """Return what the inspection of ``file`` has said; it is done once, here if nobody has come earlier."""
    known: InspectedPicture | UploadRefused | None = getattr(file, "inspection", None)
    if known is not None:
        return known
    file.seek(0)
    try:
        outcome: InspectedPicture | UploadRefused = INSPECTOR.inspect(file.read())
    except UploadRefused as refused:
        outcome = refused
    file.seek(0)
    file.inspection = outcome  # type: ignore[attr-defined]
    return outcome


class EarlyInspectionMiddleware:
    """For the screens that take pictures, and only for people of the admin: strangers cost no decoding."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the screen is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Inspect each picture of the form; its field finds the outcome on the file."""
        if request.method != "POST" or not _takes_pictures(request):
            return
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return
        for name, files in request.FILES.lists():
            for file in files if name.endswith(("file", "files[]")) else ():
                if (file.size or 0) <= settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
                    outcome_of(file)


def _takes_pictures(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.url_name == UPLOAD_SCREEN or not PICTURE_SCREENS.isdisjoint(match.namespaces))
