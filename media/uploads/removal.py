"""Deleting a photo in the admin: one nobody has sent to the moderators goes, a fresh one is withdrawn."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_denied
from wagtail.images.views.images import DeleteView
from wagtail.images.views.multiple import DeleteView as UploadedDeleteView

from media.decisions import decide
from media.enums import LEGAL_TRANSITIONS, CreditStatus
from media.models import Photo


def remove_photo(photo: Photo, user: Any) -> None:
    """Delete a photo without a journal; withdraw one that has a journal and on which nobody else has decided.

    Raises:
        ValidationError: it is decided on or may not be withdrawn; the words say why.
        ProtectedError: it has no journal and something uses it.
    """
    if CreditStatus.WITHDRAWN not in LEGAL_TRANSITIONS[photo.credit_status]:
        raise ValidationError(_("Удалить нельзя: о снимке уже решено, он остаётся в журнале."))
    if photo.decisions.exists():
        decide(photo, CreditStatus.WITHDRAWN, user, _("Снял тот, кто загрузил."))
    else:
        photo.delete()


class PhotoDeleteView(DeleteView):
    """Stands in the place of Wagtail's own screen of the same address."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove the photo, or lead back to its form with the reason why not."""
        try:
            remove_photo(self.object, self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return redirect("wagtailimages:edit", self.object.pk)
        messages.success(self.request, _("Снимок «%(title)s» удалён.") % {"title": self.object.title})
        return redirect("wagtailimages:index")


class UploadedPhotoDeleteView(UploadedDeleteView):
    """The same for a photo that has just been uploaded, on the screen of many files."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Remove the photo, or say why not."""
        photo = get_object_or_404(Photo, pk=kwargs[self.pk_url_kwarg])
        self.model = Photo
        if not self.permission_policy.user_has_permission_for_instance(request.user, "delete", photo):
            return permission_denied(request)
        key = photo.pk
        try:
            remove_photo(photo, request.user)
        except ValidationError as error:
            return JsonResponse({"success": False, "error_message": " ".join(error.messages)}, status=409)
        return JsonResponse({"success": True, self.context_object_id_name: key})
