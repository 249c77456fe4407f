"""Has uploaded files looked at before the request's transaction begins.

On SQLite a transaction that writes keeps every other writer waiting: a picture that takes seconds to decode, or a
document clamd is slow to answer about, must not be looked at inside one.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponseBase

from media.uploads.inspector import INSPECTOR, InspectedPicture, UploadRefused
from media.uploads.limits import LARGEST_DOCUMENT
from media.uploads.malware import verdict_on

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
    """For files people of the admin send; strangers cost neither decoding nor a question to clamd."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the screen is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Inspect each picture of the form, show each document to clamd; their fields find the outcome on the file."""
        if request.method != "POST" or not request.FILES or not request.user.has_perm("wagtailadmin.access_admin"):
            return
        takes_pictures = _takes_pictures(request)
        for name, files in request.FILES.lists():
            is_picture = takes_pictures and name.endswith(("file", "files[]"))
            for file in files:
                _look_at(file, is_picture)


def _look_at(file: UploadedFile, is_picture: bool) -> None:
    """Look at a file unless it will be refused for its size."""
    size = file.size or 0
    if is_picture and size <= settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        outcome_of(file)
    elif not is_picture and size <= LARGEST_DOCUMENT:
        verdict_on(file)


def _takes_pictures(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.url_name == UPLOAD_SCREEN or not PICTURE_SCREENS.isdisjoint(match.namespaces))
