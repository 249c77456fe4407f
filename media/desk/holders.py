"""Merging rights holders and undoing what was done to them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from media.desk.access import moderators_only
from media.desk.bulk import desk_breadcrumbs
from media.holders import merge_holders, undo_holder_change
from media.models import HolderChange, RightsHolder

LISTED = 200


class MergeForm(forms.Form):
    """Which of two records of one holder is taken into which."""

    source = forms.ModelChoiceField(RightsHolder.objects.all(), label=gettext_lazy("Лишняя запись"))
    target = forms.ModelChoiceField(
        RightsHolder.objects.all(),
        label=gettext_lazy("Объединить с"),
        help_text=gettext_lazy("Её имя и обычная подпись останутся; имена лишней записи станут другими написаниями."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse to merge a holder with itself."""
        cleaned = super().clean() or {}
        if cleaned.get("source") and cleaned.get("source") == cleaned.get("target"):
            raise ValidationError(_("Выберите другого правообладателя: с самим собой объединить нельзя."))
        return cleaned


@moderators_only
def holder_changes(request: HttpRequest) -> HttpResponse:
    """Show the mergers and renamings with their undo, and merge two holders: first a preview, then the merger."""
    form = MergeForm(request.POST if request.method == "POST" else None)
    preview = None
    if form.is_bound and form.is_valid():
        source, target = form.cleaned_data["source"], form.cleaned_data["target"]
        if "confirm" in request.POST:
            change = merge_holders(source, target, request.user)
            messages.success(request, str(change))
            return redirect("credits:holders")
        preview = {"source": source, "target": target, "photos": source.photos.count(),
                   "following": source.photos.filter(own_credit_line="").count()}  # fmt: skip
    heading = _("Объединение правообладателей")
    return render(request, "media/desk/holders.html", {
        "form": form,
        "preview": preview,
        "changes": HolderChange.objects.select_related("holder", "made_by")[:LISTED],
        "page_title": heading,
        "header_title": heading,
        "breadcrumbs_items": desk_breadcrumbs(heading),
    }, status=422 if form.is_bound and form.errors else 200)  # fmt: skip


@require_POST
@moderators_only
def undo_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merger or a renaming back."""
    change = get_object_or_404(HolderChange, pk=pk)
    try:
        undo_holder_change(change, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Отменено: %(change)s") % {"change": change})
    return redirect("credits:holders")
