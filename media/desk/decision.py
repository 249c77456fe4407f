"""The screen where the credit of one photo is decided."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies.base import ModelPermissionPolicy

from media.decisions import decide
from media.desk.queue import MODERATE
from media.desk.rights_table import rights_rows
from media.enums import LEGAL_TRANSITIONS, CreditStatus
from media.file_work import unmade_files
from media.models import Credit, Photo, ReasonTemplate
from media.near_duplicates import find_lookalikes
from media.photo_uses import uses_of
from media.seen_credits import AlreadyDecided, Seen
from media.uploads.conflicts import EnteredRights, rights_conflicts
from media.uploads.documents import CheckedDocumentField

VERBS = {
    CreditStatus.APPROVED: _("Одобрить"),
    CreditStatus.REJECTED: _("Отклонить"),
    CreditStatus.DISPUTED: _("Оспорить"),
    CreditStatus.REVOKED: _("Отозвать"),
    CreditStatus.PENDING: _("Вернуть на рассмотрение"),
}
FIRST_VERBS = {CreditStatus.PENDING: _("Взять на рассмотрение")}
# A key of the keyboard by its place, so that it works in the Russian layout too, and the letter printed on it.
KEYS = {
    CreditStatus.APPROVED: ("KeyA", "A"),
    CreditStatus.REJECTED: ("KeyR", "R"),
    CreditStatus.DISPUTED: ("KeyD", "D"),
    CreditStatus.REVOKED: ("KeyV", "V"),
    CreditStatus.PENDING: ("KeyP", "P"),
}


class DecisionForm(forms.Form):
    """What a moderator decides, why, and on which state and rights the decision was made."""

    status = forms.ChoiceField(choices=list(VERBS.items()))
    expected_status = forms.ChoiceField(choices=CreditStatus.choices, widget=forms.HiddenInput)
    seen_digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Причина"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Нужна, чтобы отклонить, оспорить или отозвать; её увидит тот, кто загрузил снимок."),
    )  # fmt: skip
    evidence = CheckedDocumentField(
        label=_("Подтверждение"), required=False, help_text=_("Письмо или договор, если есть.")
    )


class DecisionView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows a photo with its rights, use, lookalikes and history; takes the decision."""

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
            return self._refused(form, 422)
        values = form.cleaned_data
        try:
            decide(
                self.photo,
                values["status"],
                request.user,
                values["reason"],
                values["evidence"],
                Seen(values["expected_status"], values["seen_digest"]),
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self._refused(form, 409 if isinstance(error, AlreadyDecided) else 422)
        messages.success(request, _("«%(title)s»: %(status)s.") % {
            "title": self.photo.title, "status": self.photo.get_credit_status_display(),
        })  # fmt: skip
        following = self.next_in_queue()
        return redirect("credits:decide", following.pk) if following else redirect("credits:index")

    def _refused(self, form: DecisionForm, status: int) -> HttpResponse:
        self.photo.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def next_in_queue(self) -> Credit | None:
        """Return the photo that waits next after this one; after the last the queue begins anew."""
        waiting = Credit.objects.filter(credit_status=CreditStatus.PENDING).exclude(pk=self.photo.pk)
        later = Q(created_at__gt=self.photo.created_at) | Q(created_at=self.photo.created_at, pk__gt=self.photo.pk)
        ordered = waiting.order_by("created_at", "pk")
        return ordered.filter(later).first() or ordered.first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the photo, its rights, what may be decided, where it is used and how it was decided before."""
        photo = self.photo
        kwargs.setdefault("form", DecisionForm())
        return super().get_context_data(
            photo=photo,
            photo_url=AdminURLFinder(self.request.user).get_edit_url(Photo(pk=photo.pk)),
            rights=rights_rows(photo),
            conflicts=self.conflicts(),
            missing=photo.missing_for_decision(),
            actions=self.actions(),
            templates=list(enumerate(self.reason_templates(), start=1)),
            seen=Seen.of(photo),
            usage=self.usage(),
            lookalikes=self.lookalikes(),
            decisions=photo.decisions.select_related("decided_by"),
            file_work=unmade_files().filter(photo=photo).first(),
            following=self.next_in_queue(),
            waiting_count=Credit.objects.filter(credit_status=CreditStatus.PENDING).count(),
            **kwargs,
        )

    def conflicts(self) -> list[str]:
        """Return in words where the file and the entered rights contradict each other."""
        entered = EnteredRights(self.photo.rights_holder, self.photo.creator, self.photo.source_type)
        return [conflict.message for conflict in rights_conflicts(self.photo.file_rights or {}, entered)]

    def actions(self) -> list[dict[str, Any]]:
        """Return what may be decided now, with the key of each decision."""
        legal = LEGAL_TRANSITIONS[self.photo.credit_status]
        verbs = VERBS | (FIRST_VERBS if self.photo.credit_status == CreditStatus.DRAFT else {})
        return [
            {"status": status, "verb": verb, "key": KEYS[status][0], "letter": KEYS[status][1]}
            for status, verb in verbs.items()
            if status in legal
        ]

    def reason_templates(self) -> list[str]:
        """Return the reasons given often for what may be decided now, nine at most: one for each digit."""
        legal = LEGAL_TRANSITIONS[self.photo.credit_status]
        texts = ReasonTemplate.objects.filter(status__in=legal).values_list("text", flat=True)
        return list(dict.fromkeys(texts))[:9]

    def usage(self) -> list[dict[str, Any]]:
        """Return the records that use the photo, with the address of their editor where the user may open it."""
        finder = AdminURLFinder(self.request.user)
        return [
            {"title": str(use.record), "kind": use.kind, "state": use.state, "url": finder.get_edit_url(use.record)}
            for use in uses_of(self.photo)
        ]

    def lookalikes(self) -> list[dict[str, Any]]:
        """Return the same picture known again, and whether it stands under another credit."""
        return [
            {"photo": twin, "is_conflict": twin.credit_line != self.photo.credit_line}
            for twin in find_lookalikes(self.photo)
        ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the queue."""
        return [{"url": reverse("credits:index"), "label": _("Подписи к фото")}, {"url": "", "label": self.photo.title}]
