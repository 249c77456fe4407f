"""What the screens of imports share: the kind, the run, the rights to both."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.imports.access import may_import
from portal.imports.kinds import ImportKind, find_kind
from portal.imports.models import ImportRun

_LONGEST_ATTEMPT = 10


class KindMixin:
    """A view about a kind; only those who may import it get in."""

    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may import such tables."""
        if not may_import(request.user, self.kind):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    @cached_property
    def kind(self) -> ImportKind:
        """The kind the address or the run names."""
        kind = find_kind(self.kwargs["kind"])
        if kind is None:
            raise Http404
        return kind


class ImportsScreen(WagtailAdminTemplateMixin, View):
    """A screen of imports with its way back."""

    header_icon = "upload"
    page_title = gettext_lazy("Загрузка таблиц")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way from the home page."""
        journal = {"url": reverse("imports:index"), "label": _("Загрузка таблиц")}
        return [*self.breadcrumbs_items, journal, *self.last_crumbs()]

    def last_crumbs(self) -> list[dict[str, Any]]:
        """Return the steps below the journal."""
        return [{"url": "", "label": self.get_page_title()}]


class ClosedRunView(ImportsScreen):
    """Says of somebody else's import that it is not to be seen yet."""

    template_name = "imports/closed.html"
    page_title = gettext_lazy("Чужая загрузка")
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Answer that it is closed."""
        return self.render_to_response(self.get_context_data(), status=403)

    post = get


class RunMixin(KindMixin):
    """A view about a run; only those who may look into it get in."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Tell those who may bring such tables in, but may not see this one, when they will."""
        if may_import(request.user, self.kind) and not self.run.is_seen_by(request.user):
            return ClosedRunView.as_view()(request)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def run(self) -> ImportRun:
        """The run the address names."""
        return get_object_or_404(ImportRun, pk=self.kwargs["run_key"])

    @cached_property
    def kind(self) -> ImportKind:  # type: ignore[override]
        """The run's kind."""
        kind = find_kind(self.run.kind)
        if kind is None:
            raise Http404
        return kind

    @property
    def is_own(self) -> bool:
        """Whether the person has brought this table in."""
        return self.run.uploaded_by_id == self.request.user.pk

    @property
    def seen(self) -> int:
        """The attempt whose outcome the sent form showed; a form that doesn't say has shown none."""
        given = self.request.POST.get("seen", "")
        return int(given) if given.isascii() and given.isdecimal() and len(given) < _LONGEST_ATTEMPT else -1

    @property
    def is_stale(self) -> bool:
        """Whether the sent form showed something else than what the last check has found."""
        return self.seen != self.run.attempt

    @property
    def run_url(self) -> str:
        """The address of the run's own screen."""
        return reverse("imports:run", args=[self.run.pk])
