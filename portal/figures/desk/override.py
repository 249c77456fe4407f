"""The screens on which a named person answers for something doubtful on a page or in a record."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.figures.doubt_links import read_signed
from portal.figures.models import FigureValue, PublicationOverride
from portal.figures.records import Statement, kind_of
from portal.figures.truth import SHORTEST_REASON, allow_publication, may_answer_for, title_of_subject


class OverrideForm(forms.Form):
    """Why the figure may be shown all the same."""

    reason = forms.CharField(
        label=_("Почему это можно показать"),
        min_length=SHORTEST_REASON,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Останется в истории рядом с вашим именем."),
    )


class OverrideView(WagtailAdminTemplateMixin, FormView):
    """Shows the page, the figure and what is wrong with it; keeps the decision."""

    form_class = OverrideForm
    template_name = "figures/admin/override.html"
    page_title = _("Показать под свою ответственность")
    header_icon = "warning"
    done = _("Решение записано в историю страницы. Теперь её можно опубликовать.")
    scope = _("Страница: «%(title)s». Решение действует для этой страницы и этого значения; после исправления значения понадобится новое.")  # fmt: skip # noqa: E501
    _show_breadcrumbs = True

    @cached_property
    def holder(self) -> Any:
        """The page to be published."""
        return get_object_or_404(Page, pk=self.kwargs["page_pk"]).specific

    @cached_property
    def subject(self) -> FigureValue | Statement:
        """The doubtful value."""
        return value_or_404(self.kwargs["value_pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in only who may make the page or record public."""
        if not may_answer_for(self.holder, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: OverrideForm) -> HttpResponse:
        """Keep the decision and go back."""
        try:
            allow_publication(self.holder, self.subject, self.request.user, form.cleaned_data["reason"])
        except ValidationError as refusal:
            form.add_error(None, refusal.messages[0])
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.holder_url())

    def form_invalid(self, form: OverrideForm) -> HttpResponse:
        """Show what is wrong at its field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is decided upon and earlier decisions."""
        subject = self.subject
        value = subject if isinstance(subject, FigureValue) else None
        return super().get_context_data(
            subject=subject,
            words=words_of(subject),
            source=value.source if value else None,
            note=value.note if value else "",
            scope=self.scope % {"title": self.holder_title()},
            decisions=self.decisions(),
            holder_url=self.holder_url(),
            **kwargs,
        )

    def decisions(self) -> Any:
        """Return earlier decisions about the page and the figure."""
        return self.holder.figure_overrides.filter(value__figure__values=self.kwargs["value_pk"])

    def holder_title(self) -> str:
        """Return the page's title."""
        return self.holder.get_admin_display_title()

    def holder_url(self) -> str:
        """Return the address of the page's editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.holder.pk])

    def get_page_subtitle(self) -> str:
        """Name what is decided upon in the heading."""
        return title_of_subject(self.subject)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back."""
        return [{"url": self.holder_url(), "label": self.holder_title()}, {"url": "", "label": self.page_title}]


class RecordOverrideView(OverrideView):
    """The same for a record; the address carries what is doubtful in it."""

    done = _("Решение записано в историю записи. Теперь её можно опубликовать.")
    scope = _("Запись: «%(title)s». Решение действует для этой записи и этих сведений, где бы её ни показывали; после их правки понадобится новое.")  # fmt: skip # noqa: E501

    @cached_property
    def holder(self) -> Any:
        """The record to be published.

        Raises:
            Http404: there is no such record, or none of its kind shows figures.
        """
        try:
            model = apps.get_model(self.kwargs["app_label"], self.kwargs["model_name"])
        except LookupError as error:
            raise Http404 from error
        if kind_of(model) is None:
            raise Http404
        return get_object_or_404(model, pk=self.kwargs["pk"])

    @cached_property
    def subject(self) -> FigureValue | Statement:
        """What is doubtful.

        Raises:
            Http404: the address was not made by the portal.
        """
        about = read_signed(self.request.GET.get("doubt", ""))
        if about is None:
            raise Http404(_("Ссылка устарела. Откройте запись и перейдите к решению оттуда."))
        return value_or_404(about) if isinstance(about, int) else Statement(*about)

    def decisions(self) -> Any:
        """Return earlier decisions about the record."""
        return PublicationOverride.objects.filter(
            record_type__app_label=self.holder._meta.app_label,
            record_type__model=self.holder._meta.model_name,
            record_key=self.holder.pk,
        )

    def holder_title(self) -> str:
        """Return the record's name."""
        return str(self.holder)

    def holder_url(self) -> str:
        """Return the address of the record's editor."""
        return AdminURLFinder(self.request.user).get_edit_url(self.holder) or reverse("wagtailadmin_home")


def value_or_404(key: int) -> FigureValue:
    """Return the value with its figure and source.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(FigureValue.objects.select_related("figure__unit", "source"), pk=key)


def words_of(subject: FigureValue | Statement) -> str:
    """Return what is doubtful, as visitors read it."""
    return subject.text if isinstance(subject, Statement) else subject.formatted(subject.figure.unit).text
