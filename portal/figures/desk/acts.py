"""The screens of the acts: a form, then each place the value will change, then the act itself."""

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies.base import ModelPermissionPolicy

from portal.figures.acts import Responsible, correct_value, review_value, state_of, update_figure
from portal.figures.desk.forms import ACT_FIELDS, CorrectForm, ReviewForm, UpdateForm
from portal.figures.impact import ChangedPlace, impact_of
from portal.figures.models import Figure, FigureValue
from portal.figures.review_dates import months_later


class ActView(ABC, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Abstract screen of one act; nothing is saved before its effect has been seen."""

    template_name = "figures/admin/act.html"
    preview_template_name = "figures/admin/impact.html"
    permission_policy = ModelPermissionPolicy(Figure)
    any_permission_required = ["change"]
    header_icon = "order"
    form_class: Any = None
    previews = True
    explanation: Any = ""
    done: Any = ""
    submit_label: Any = _("Дальше: что изменится")
    _show_breadcrumbs = True

    @cached_property
    def figure(self) -> Figure:
        """The figure acted on."""
        return get_object_or_404(Figure.objects.select_related("unit"), pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        """Remember the state of the figure the person looks at."""
        return {"seen": state_of(self.figure)}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Show the effect, go back to the form, or act."""
        if "back" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        if self.previews and "confirm" not in self.request.POST:
            return self._preview(form)
        try:
            self.act(form, Responsible(self.request.user, form.cleaned_data["reason"]))
        except ValidationError as refusal:
            for name, errors in refusal_by_field(refusal, form).items():
                form.add_error(name, errors)
            return self.form_invalid(form)
        messages.success(self.request, self.done % {"figure": self.figure})
        return redirect(self.get_success_url())

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Show what is wrong at its field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_success_url(self) -> str:
        """Back to the figure."""
        return reverse(Figure.snippet_viewset.get_url_name("edit"), args=[self.figure.pk])

    @abstractmethod
    def act(self, form: Any, by: Responsible) -> None:
        """Do what the form says."""

    def changes_what_is_shown(self, form: Any) -> bool:
        """Whether the act changes what visitors see."""
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the figure and the way back to it."""
        return super().get_context_data(
            figure=self.figure,
            explanation=self.explanation,
            submit_label=self.submit_label,
            cancel_url=self.get_success_url(),
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the figure and the list of figures."""
        index = reverse(Figure.snippet_viewset.get_url_name("list"))
        return [
            {"url": index, "label": _("Цифры")},
            {"url": self.get_success_url(), "label": str(self.figure)},
            {"url": "", "label": self.page_title},
        ]

    def get_page_subtitle(self) -> str:
        """Name the figure in the heading."""
        return str(self.figure)

    def _preview(self, form: Any) -> HttpResponse:
        impact = impact_of(self.figure, form.instance) if self.changes_what_is_shown(form) else None
        context = self.get_context_data(
            form=form,
            sent=list(sent_fields(form)),
            is_shown=impact is not None,
            places=[self._row(place) for place in impact.places] if impact else [],
            channels=[self._row(place) for place in impact.channels] if impact else [],
            records=[self._row(place) for place in impact.records] if impact else [],
            act_name=self.page_title,
            before=self.figure.shown_value,
            after=form.instance.formatted(self.figure.unit).text,
        )
        self.template_name = self.preview_template_name
        return self.render_to_response(context)

    def _row(self, place: ChangedPlace) -> dict[str, Any]:
        return {"place": place, "url": AdminURLFinder(self.request.user).get_edit_url(place.record)}


class UpdateView(ActView):
    """Adds a value of a new time."""

    form_class = UpdateForm
    page_title = _("Новое значение")
    explanation = _("Новое значение встанет на место прежнего; прежнее останется в истории цифры.")
    done = _("«%(figure)s»: новое значение сохранено.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Begin with what rarely changes from one value to the next."""
        former = self.figure.current_value
        value = FigureValue(figure=self.figure)
        if former and self.request.method == "GET":
            value.comparator, value.kind, value.comparison_base = former.comparator, former.kind, former.comparison_base
        return {**super().get_form_kwargs(), "instance": value}

    def changes_what_is_shown(self, form: Any) -> bool:
        """A value for the history changes no page."""
        return form.cleaned_data["shown"]

    def act(self, form: Any, by: Responsible) -> None:
        """Add the value."""
        values = form.cleaned_data
        update_figure(self.figure, form.instance, by, shown=values["shown"], seen=values["seen"] or None)


class ValueActView(ActView):
    """Abstract screen of an act on a stored value."""

    @cached_property
    def value(self) -> FigureValue:
        """The value acted on."""
        return get_object_or_404(self.figure.values.select_related("figure", "source"), pk=self.kwargs["value_pk"])

    def changes_what_is_shown(self, form: Any) -> bool:
        """Only the shown value stands on pages."""
        return self.value.is_current


class CorrectView(ValueActView):
    """Amends a value that was wrong."""

    form_class = CorrectForm
    page_title = _("Исправление")
    explanation = _(
        "Исправление меняет само значение: так поступают с ошибкой. Если изменилась жизнь, добавьте новое значение."
    )
    done = _("«%(figure)s»: значение исправлено.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Begin with the value as it is stored; the form works on a copy."""
        return {**super().get_form_kwargs(), "instance": self.figure.values.get(pk=self.value.pk)}

    def act(self, form: Any, by: Responsible) -> None:
        """Amend what was changed in the form."""
        values = form.cleaned_data
        amendments = {name: values[name] for name in form.changed_data if name not in ACT_FIELDS and name != "seen"}
        correct_value(self.value, amendments, by, values["public_note"], seen=values["seen"] or None)


class ReviewView(ValueActView):
    """Says that a value still holds."""

    form_class = ReviewForm
    page_title = _("Проверено, без изменений")
    explanation = _("Число сверено и по-прежнему верно: назовите день следующей проверки.")
    done = _("«%(figure)s»: проверка записана.")
    previews = False
    submit_label = _("Записать")

    def get_initial(self) -> dict[str, Any]:
        """Propose the figure's usual time until the next look."""
        return {"review_on": months_later(timezone.localdate(), self.figure.review_every_months)}

    def act(self, form: Any, by: Responsible) -> None:
        """Keep the review."""
        review_value(self.value, form.cleaned_data["review_on"], by)


def sent_fields(form: Any) -> Any:
    """Yield name and content of each field as it was sent, to be sent again with the confirmation."""
    for name in form.fields:
        for content in form.data.getlist(form.add_prefix(name)):
            yield name, content


def refusal_by_field(refusal: ValidationError, form: forms.Form) -> dict[str | None, Any]:
    """Return the refusal's messages by the form's field; what has no field belongs to the whole form."""
    if not hasattr(refusal, "error_dict"):
        return {None: refusal}
    by_field: dict[str | None, Any] = {}
    for name, errors in refusal.error_dict.items():
        by_field.setdefault(name if name in form.fields else None, []).extend(errors)
    return by_field
