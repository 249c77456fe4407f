"""Uploading many photos: one form of rights for the whole shoot, each file refused or kept by itself."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.images.views.multiple import AddView

from media.enums import SourceType
from media.forms import CONFIRMED
from media.models import Photo
from media.uploads.batch import BATCH_DOCUMENTS, BATCH_FIELDS, shoot_rights_form
from media.uploads.names import title_of
from media.uploads.refusals import BUSY_CODES


class UploadView(AddView):
    """Stands in the place of Wagtail's own screen of the same address."""

    template_name = "media/uploads/add.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep one file with the rights of its shoot, or say why not; nothing is stored on refusal.

        Where only too many others are being looked at, ``is_busy`` has the browser send the file again in a while.
        """
        upload = request.FILES.get("files[]")
        if upload is None:
            return HttpResponseBadRequest(_("Выберите файл."))
        form = self._form(request, upload)
        if not form.is_valid():
            return JsonResponse({"success": False, "error_message": _words(form), "is_busy": _is_busy(form)})
        self.object = form.save()
        return JsonResponse(self.get_edit_object_response_data())

    def _form(self, request: HttpRequest, upload: Any) -> ModelForm:
        values = {name: request.POST.get(name, "") for name in (*BATCH_FIELDS, CONFIRMED, "collection")}
        values["title"] = request.POST.get("title") or title_of(upload.name)
        values["source_type"] = values["source_type"] or SourceType.PHOTOGRAPH
        files = {name: request.FILES[name] for name in BATCH_DOCUMENTS if name in request.FILES}
        form_class = self.get_upload_form_class()
        photo = Photo(uploaded_by_user=request.user)  # type: ignore[misc]
        return form_class(values, {"file": upload, **files}, instance=photo, user=request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form of the shoot's rights."""
        return {**super().get_context_data(**kwargs), "rights_form": shoot_rights_form(self.request.user)}


def _words(form: ModelForm) -> str:
    sentences = [
        str(message) if name in {"file", NON_FIELD_ERRORS} else f"{form[name].label}: {message}"
        for name, messages in form.errors.items()
        for message in messages
    ]
    if CONFIRMED in form.fields:
        sentences.append(
            _(
                "Поправьте «Права на всю съёмку» или отметьте там «Сохранять и те снимки, в файлах которых сказано "
                "другое», потом загрузите файл снова."
            )
        )
    return format_html_join(mark_safe("<br>"), "{}", ((sentence,) for sentence in sentences))


def _is_busy(form: ModelForm) -> bool:
    return any(error.code in BUSY_CODES for errors in form.errors.as_data().values() for error in errors)
