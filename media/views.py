"""Serves the files made from photos, and only of photos that may be public; documents to those they are for."""

import logging
from typing import NoReturn

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve

from media.models import Photo, Rendition
from media.renditions import photo_key_of

logger = logging.getLogger(__name__)

KEPT_SECONDS = 60


@require_safe
def serve_rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a file of a cleared photo; 410 once its credit is no longer approved or its term is over.

    A browser may keep a file for a minute and then asks again, so that a revoked picture does not live on in it. Staff
    see every picture in the admin; to others a private collection's pictures are not there. With
    ``RENDITIONS_ACCEL_PREFIX`` the proxy in front sends the file itself.
    """
    rendition = Rendition.objects.select_related("image__collection").filter(file=path).first()
    if rendition is None:
        if _was_of_a_hidden_photo(path):
            return _gone()
        raise Http404(_("Такого файла нет."))
    is_public = rendition.image.is_cleared
    if not is_public and not request.user.has_perm("wagtailadmin.access_admin"):
        return _gone()
    if is_public and rendition.image.collection.get_view_restrictions():
        is_public = False
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404(_("Такого файла нет."))
    mark = quote_etag(f"{rendition.pk}-{rendition.image.file_hash[:8]}")
    response = (get_conditional_response(request, etag=mark) if is_public else None) or _file_response(path)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    if is_public and response.status_code in {200, 304}:
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}, must-revalidate"
        response["ETag"] = mark
    return response


@require_safe
def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Hand out a document; one of a private collection is not there for those it is not for, whatever they ask.

    Raises:
        Http404: there is no such document, or none for this person.
    """
    document = get_object_or_404(get_document_model().objects.select_related("collection"), pk=document_id)
    restrictions = document.collection.get_view_restrictions()
    if not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404(_("Такого файла нет."))
    response = serve(request, document_id, document_filename)
    if restrictions:
        response["Cache-Control"] = "private, no-store"
    return response


def no_preview(request: HttpRequest, image_id: int, filter_spec: str) -> NoReturn:
    """Stand in the place of Wagtail's own preview, which hands out a picture with whatever its camera wrote.

    Raises:
        Http404: always; the pictures of the admin are renditions, cleaned and with their credit.
    """
    raise Http404(_("Такого файла нет."))


def _was_of_a_hidden_photo(path: str) -> bool:
    key = photo_key_of(path)
    photo = Photo.objects.filter(pk=key).first() if key else None
    return photo is not None and not photo.is_cleared


def _gone() -> HttpResponse:
    text = _("Этот снимок больше не показывается.")
    response = HttpResponse(text, status=410, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _file_response(path: str) -> HttpResponseBase:
    prefix = getattr(settings, "RENDITIONS_ACCEL_PREFIX", "")
    if prefix:
        response = HttpResponse(content_type="")
        del response["Content-Type"]
        response["X-Accel-Redirect"] = f"{prefix}{path}"
        return response
    try:
        return FileResponse(default_storage.open(path))
    except FileNotFoundError as error:
        raise Http404(_("Такого файла нет.")) from error
    except OSError:
        logger.exception("The storage of renditions does not answer.")
        return HttpResponse(_("Снимок сейчас недоступен."), status=503, content_type="text/plain; charset=utf-8")
