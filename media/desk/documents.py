"""Hands moderators the private documents of a photo and of its decisions."""

import logging

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from media.desk.access import moderators_only
from media.desk.rights_table import DOCUMENTS
from media.models import CreditDecision, Photo

logger = logging.getLogger(__name__)


@require_safe
@moderators_only
def open_document(request: HttpRequest, pk: int, name: str) -> FileResponse | HttpResponse:
    """Answer the contract, letter or consent of a photo as a download.

    Raises:
        Http404: the photo has no such document.
    """
    photo = get_object_or_404(Photo, pk=pk)
    if name not in DOCUMENTS or not getattr(photo, name):
        raise Http404(_("Такого документа нет."))
    return _download(getattr(photo, name))


@require_safe
@moderators_only
def open_evidence(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    """Answer the evidence of a decision as a download.

    Raises:
        Http404: the decision has none.
    """
    decision = get_object_or_404(CreditDecision, pk=pk)
    if not decision.evidence:
        raise Http404(_("Такого документа нет."))
    return _download(decision.evidence)


def _download(file: object) -> FileResponse | HttpResponse:
    try:
        response = FileResponse(file.open("rb"), as_attachment=True)  # type: ignore[attr-defined]
    except FileNotFoundError as error:
        raise Http404(_("Такого документа нет.")) from error
    except Exception:  # whatever a storage raises
        logger.exception("The storage of documents does not answer.")
        text = _("Хранилище документов сейчас не отвечает. Попробуйте позже.")
        return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
