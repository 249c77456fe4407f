"""The screen of actions on many photos: what will change, then the change, then its undoing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_POST

from media.bulk_changes import decide_in_bulk, fill_rights, preview_filling, undo_bulk_change
from media.decisions import refusal_of
from media.desk.access import moderators_only
from media.desk.bulk_forms import FillForm, ReasonForm
from media.desk.filters import CreditFilterSet
from media.enums import CreditStatus
from media.models import BulkChange, Credit, Photo, ReasonTemplate
from media.searching import every_word_in
from media.seen_credits import Seen

MOST_PHOTOS = 2000
SHOWN = 100
TOLD = 10
SALT = "media.desk.bulk"
HEADINGS = {
    BulkChange.Kind.APPROVE: gettext_lazy("Одобрить снимки"),
    BulkChange.Kind.REJECT: gettext_lazy("Отклонить снимки"),
    BulkChange.Kind.FILL: gettext_lazy("Заполнить права снимков"),
}


@method_decorator(moderators_only, name="dispatch")
class BulkView(View):
    """Takes the chosen photos from the queue, shows what would be done with them, and does it when confirmed.

    Asked without photos, it lists what has been done.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        """List what has been done, so that it can be looked at and undone later too."""
        heading = _("Действия со многими снимками")
        return render(request, "media/desk/bulk_changes.html", {
            "changes": BulkChange.objects.select_related("made_by")[:SHOWN],
            "page_title": heading,
            "header_title": heading,
            "breadcrumbs_items": desk_breadcrumbs(heading),
        })  # fmt: skip

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show or do, by the step the form is at."""
        kind = request.POST.get("kind", "")
        if kind not in BulkChange.Kind.values:
            return HttpResponseBadRequest(_("Нет такого действия."))
        try:
            keys, seen = self._selection(request, kind)
        except signing.BadSignature:
            return HttpResponseBadRequest(_("Список снимков изменён. Выберите их заново."))
        if not keys:
            messages.warning(request, _("Отметьте хотя бы один снимок."))
            return redirect("credits:index")
        if len(keys) > MOST_PHOTOS:
            messages.warning(request, _("Не больше %(count)d снимков за раз: сузьте список.") % {"count": MOST_PHOTOS})
            return redirect("credits:index")
        return self._fill(request, keys) if kind == BulkChange.Kind.FILL else self._decide(request, kind, keys, seen)

    def _selection(self, request: HttpRequest, kind: str) -> tuple[list[int], dict[int, Seen]]:
        """Return the chosen photos, and what the screen before has shown of those that are decided on."""
        if "selection" not in request.POST:
            return self._chosen(request), {}
        rows = signing.loads(request.POST["selection"], salt=f"{SALT}.{kind}")
        return [key for key, *_mark in rows], {key: Seen(*mark) for key, *mark in rows if mark}

    def _chosen(self, request: HttpRequest) -> list[int]:
        if request.POST.get("all"):
            return list(
                filtered(request, request.POST.get("query", "")).values_list("pk", flat=True)[: MOST_PHOTOS + 1]
            )
        return sorted({int(key) for key in request.POST.getlist("photo") if key.isdecimal() and len(key) < 19})

    def _decide(self, request: HttpRequest, kind: str, keys: list[int], seen: dict[int, Seen]) -> HttpResponse:
        form = ReasonForm(request.POST if "confirm" in request.POST else None, needs_reason=kind == "reject")
        if form.is_bound and form.is_valid():
            return finished(request, decide_in_bulk(kind, keys, request.user, form.cleaned_data["reason"], seen))
        status = CreditStatus.APPROVED if kind == BulkChange.Kind.APPROVE else CreditStatus.REJECTED
        photos = list(Photo.objects.filter(pk__in=keys).select_related("rights_holder").order_by("pk"))
        refusals = [(photo, refusal_of(photo, status, request.user, "—")) for photo in photos]
        return self._page(request, kind, [(photo.pk, *Seen.of(photo)) for photo in photos], {
            "form": form,
            "ready": [photo for photo, refusal in refusals if not refusal],
            "refused": [(photo, refusal) for photo, refusal in refusals if refusal],
            "templates": ReasonTemplate.objects.filter(status=status),
        })  # fmt: skip

    def _fill(self, request: HttpRequest, keys: list[int]) -> HttpResponse:
        is_sent = bool({"preview", "confirm"} & set(request.POST))
        form = FillForm(request.POST if is_sent else None, request.FILES if is_sent else None)
        if not is_sent or not form.is_valid():
            return self._page(request, BulkChange.Kind.FILL, [(key,) for key in keys], {"form": form})
        if "confirm" in request.POST and form.is_as_previewed():
            return finished(request, fill_rights(keys, form.chosen_values(), request.user))
        photos = Photo.objects.filter(pk__in=keys).select_related("rights_holder").order_by("pk")
        changes = preview_filling(photos, form.chosen_values())
        return self._page(request, BulkChange.Kind.FILL, [(key,) for key in keys], {
            "form": form, "changes": changes[:SHOWN], "change_count": len(changes), "is_preview": True,
            "hidden_count": max(0, len(changes) - SHOWN), "previewed": form.mark(),
            "is_changed": "confirm" in request.POST,
        })  # fmt: skip

    def _page(self, request: HttpRequest, kind: str, rows: Sequence[tuple], context: dict[str, Any]) -> HttpResponse:
        """Show what would be done; ``rows`` are the keys, and beside each what is shown of a photo to decide on."""
        heading = str(HEADINGS[BulkChange.Kind(kind)])
        return render(request, "media/desk/bulk.html", {
            "kind": kind,
            "selection": signing.dumps(rows, salt=f"{SALT}.{kind}", compress=True),
            "count": len(rows),
            "page_title": heading,
            "header_title": heading,
            "breadcrumbs_items": desk_breadcrumbs(heading),
            **context,
        }, status=422 if context["form"].is_bound and context["form"].errors else 200)  # fmt: skip


def filtered(request: HttpRequest, query: str) -> Any:
    """Return the photos a query string of the queue keeps."""
    values = QueryDict(query)
    filters = CreditFilterSet(data=values, request=request, queryset=Credit.objects.order_by("-created_at", "-pk"))
    words = every_word_in(values.get("q", ""), "search_text", "rights_holder__search_text")
    return filters.qs.filter(words)


def finished(request: HttpRequest, result: Any) -> HttpResponse:
    """Say what was done and lead to the record of it, where it can be undone."""
    refusals = [f"«{refusal.photo.title}»: {refusal.message}" for refusal in result.refusals]
    if result.change is None:
        messages.warning(request, _("Ничего не изменилось."))
        for line in refusals[:TOLD]:
            messages.warning(request, line)
        return redirect("credits:index")
    request.session["desk_refusals"] = refusals
    return redirect("credits:bulk_done", result.change.pk)


@moderators_only
def bulk_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one action on many photos, and the button that undoes it."""
    change = get_object_or_404(BulkChange.objects.select_related("made_by"), pk=pk)
    photos = Photo.objects.filter(pk__in=[int(key) for key in change.items]).order_by("pk")
    heading = str(change)
    return render(request, "media/desk/bulk_done.html", {
        "change": change,
        "photos": photos[:SHOWN],
        "refusals": request.session.pop("desk_refusals", []),
        "page_title": heading,
        "header_title": heading,
        "breadcrumbs_items": desk_breadcrumbs(heading),
    })  # fmt: skip


@require_POST
@moderators_only
def bulk_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an action back."""
    change = get_object_or_404(BulkChange, pk=pk)
    try:
        result = undo_bulk_change(change, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        text = _("Отменено: %(count)d из %(total)d. Остальные с тех пор изменились.")
        if result.count == len(change.items):
            text = _("Отменено: %(count)d из %(total)d.")
        messages.success(request, text % {"count": result.count, "total": len(change.items)})
    return redirect("credits:bulk_done", pk)


def desk_breadcrumbs(label: str) -> list[dict[str, Any]]:
    """Lead back to the queue."""
    return [{"url": reverse("credits:index"), "label": _("Подписи к фото")}, {"url": "", "label": label}]
