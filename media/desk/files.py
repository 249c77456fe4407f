"""Starting the making of files again, once a moderator or administrator has seen to the storage."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from media.desk.access import moderators_only
from media.file_work import try_again
from media.models import Photo


@require_POST
@moderators_only
def retry_files(request: HttpRequest) -> HttpResponse:
    """Try once more on every photo whose files could not be made; go back to the photo, or show what is left."""
    count = try_again()
    text = ngettext("Делаем файлы %(count)d снимка.", "Делаем файлы %(count)d снимков.", count)
    messages.success(request, text % {"count": count})
    key = request.POST.get("photo", "")
    photo = Photo.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
    return redirect("credits:decide", photo.pk) if photo else redirect("credits:report_files")
