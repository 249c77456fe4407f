"""The screen on which a named person answers for a doubtful figure on a page."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.figures.models import FigureValue
from portal.figures.truth import SHORTEST_REASON, allow_publication


class OverrideForm(forms.Form):
    """Why the figure may be shown all the same."""

    reason = forms.CharField(
        label=_("Почему цифру можно показать"),
        min_length=SHORTEST_REASON,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Останется в истории страницы рядом с вашим именем."),
    )


class OverrideView(WagtailAdminTemplateMixin, FormView):
    """Shows the page, the figure and what is wrong with it; keeps the decision."""

    form_class = OverrideForm
    template_name = "figures/admin/override.html"
    page_title = _("Показать под свою ответственность")
    header_icon = "warning"
    _show_breadcrumbs = True

    @cached_property
    def page(self) -> Page:
        """The page to be published."""
        return get_object_or_404(Page, pk=self.kwargs["page_pk"]).specific

    @cached_property
    def value(self) -> FigureValue:
        """The doubtful value."""
        return get_object_or_404(
            FigureValue.objects.select_related("figure__unit", "source"), pk=self.kwargs["value_pk"]
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in only who may publish the page."""
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: OverrideForm) -> HttpResponse:
        """Keep the decision and go back to the page."""
        try:
            allow_publication(self.page, self.value, self.request.user, form.cleaned_data["reason"])
        except ValidationError as refusal:
            form.add_error(None, refusal.messages[0])
            return self.form_invalid(form)
        messages.success(self.request, _("Решение записано в историю страницы. Теперь её можно опубликовать."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def form_invalid(self, form: OverrideForm) -> HttpResponse:
        """Show what is wrong at its field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page, the figure, and earlier decisions about the page."""
        return super().get_context_data(
            page=self.page,
            value=self.value,
            number=self.value.formatted(self.value.figure.unit).text,
            decisions=self.page.figure_overrides.filter(value__figure=self.value.figure),
            page_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **kwargs,
        )

    def get_page_subtitle(self) -> str:
        """Name the figure in the heading."""
        return str(self.value.figure)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the page."""
        page_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": page_url, "label": self.page.get_admin_display_title()}, {"url": "", "label": self.page_title}]
