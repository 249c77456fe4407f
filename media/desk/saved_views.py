"""Keeping and dropping a moderator's own views of the queue."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from media.desk.access import moderators_only
from media.models import SavedView


class SavedViewForm(forms.Form):
    """A name for the filters that are on."""

    name = forms.CharField(max_length=80)
    query = forms.CharField(max_length=1000, required=False)


@require_POST
@moderators_only
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the filters under a name; the same name again replaces them."""
    form = SavedViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Назовите вид, не длиннее 80 знаков."))
        return redirect("credits:index")
    query = form.cleaned_data["query"]
    SavedView.objects.update_or_create(user=request.user, name=form.cleaned_data["name"], defaults={"query": query})  # type: ignore[misc]
    messages.success(request, _("Вид «%(name)s» сохранён.") % {"name": form.cleaned_data["name"]})
    return redirect(f"{reverse('credits:index')}?{query}")


@require_POST
@moderators_only
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    saved = get_object_or_404(SavedView, pk=pk, user=request.user)
    saved.delete()
    messages.success(request, _("Вид «%(name)s» забыт.") % {"name": saved.name})
    return redirect("credits:index")
