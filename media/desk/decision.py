"""The screen where the credit of one photo is decided."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.models import ReferenceIndex
from wagtail.permission_policies.base import ModelPermissionPolicy

from media.decisions import decide
from media.desk.queue import MODERATE
from media.enums import LEGAL_TRANSITIONS, CreditStatus
from media.models import Credit, Photo

VERBS = {
    CreditStatus.PENDING: _("Вернуть на рассмотрение"),
    CreditStatus.APPROVED: _("Одобрить"),
    CreditStatus.REJECTED: _("Отклонить"),
    CreditStatus.DISPUTED: _("Оспорить"),
    CreditStatus.REVOKED: _("Отозвать"),
}


class DecisionForm(forms.Form):
    """What a moderator decides, why, and on which state the decision was made."""

    status = forms.ChoiceField(choices=list(VERBS.items()))
    expected_status = forms.ChoiceField(choices=CreditStatus.choices, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Причина"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Нужна, чтобы отклонить, оспорить или отозвать; её увидит тот, кто загрузил снимок."),
    )  # fmt: skip
    evidence = forms.FileField(label=_("Подтверждение"), required=False, help_text=_("Письмо или договор, если есть."))


class DecisionView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows a photo with its rights, use and history; takes the decision."""

    template_name = "media/desk/decision.html"
    permission_policy = ModelPermissionPolicy(Credit)
    any_permission_required = [MODERATE]
    page_title = _("Решение о подписи")
    header_icon = "image"
    _show_breadcrumbs = True

    @cached_property
    def photo(self) -> Credit:
        """The photo whose credit is decided."""
        return get_object_or_404(
            Credit.objects.select_related("rights_holder", "uploaded_by_user"), pk=self.kwargs["pk"]
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decide, say what came of it, and go to the next photo that waits."""
        form = DecisionForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._refused(form)
        values = form.cleaned_data
        try:
            decide(
                self.photo,
                values["status"],
                request.user,
                values["reason"],
                values["evidence"],
                values["expected_status"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self._refused(form)
        messages.success(request, _("«%(title)s»: %(status)s.") % {
            "title": self.photo.title, "status": self.photo.get_credit_status_display(),
        })  # fmt: skip
        following = self.next_in_queue()
        return redirect("credits:decide", following.pk) if following else redirect("credits:index")

    def _refused(self, form: DecisionForm) -> HttpResponse:
        self.photo.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def next_in_queue(self) -> Credit | None:
        """Return the oldest other photo that waits for a decision."""
        waiting = Credit.objects.filter(credit_status=CreditStatus.PENDING).exclude(pk=self.photo.pk)
        return waiting.order_by("created_at", "pk").first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the photo, its rights, what may be decided, where it is used and how it was decided before."""
        photo = self.photo
        kwargs.setdefault("form", DecisionForm(initial={"expected_status": photo.credit_status}))
        return super().get_context_data(
            photo=photo,
            rights=self.rights(),
            missing=photo.missing_for_decision(),
            actions=[(status, VERBS[status]) for status in VERBS if status in LEGAL_TRANSITIONS[photo.credit_status]],
            current_status=photo.credit_status,
            usage=self.usage(),
            decisions=photo.decisions.select_related("decided_by"),
            following=self.next_in_queue(),
            **kwargs,
        )

    def rights(self) -> list[tuple[str, Any]]:
        """Return the rights as pairs of label and value, unknown ones as an empty text."""
        photo = self.photo
        names = (
            "creator",
            "rights_holder",
            "copyright_notice",
            "source_url",
            "license_url",
            "usage_terms",
            "rights_valid_until",
            "place",
            "taken_on",
        )
        labelled = [(photo._meta.get_field(name).verbose_name, getattr(photo, name) or "") for name in names]
        choices = ("basis", "people_shown", "source_type")
        labelled += [
            (photo._meta.get_field(name).verbose_name, getattr(photo, f"get_{name}_display")()) for name in choices
        ]
        return [(_("подпись"), photo.credit_line), (_("описание для незрячих"), photo.alt_text), *labelled]

    def usage(self) -> list[dict[str, Any]]:
        """Return the records that use the photo, with the address of their editor where the user may open it."""
        finder = AdminURLFinder(self.request.user)
        grouped = ReferenceIndex.get_grouped_references_to(Photo(pk=self.photo.pk))
        return [{"title": str(record), "url": finder.get_edit_url(record)} for record, _references in grouped]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the queue."""
        return [{"url": reverse("credits:index"), "label": _("Подписи к фото")}, {"url": "", "label": self.photo.title}]
