"""Enquiries in the admin: only those with the right see one anywhere, and nobody adds one."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSet

from technopolis.models import Enquiry
from technopolis.models.enquiry import may_answer


class EnquiryPermissionPolicy(ModelPermissionPolicy):
    """Enquiries come from visitors: even an administrator adds none."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Tell whether ``user`` may; adding is nobody's."""
        return action != "add" and super().user_has_permission(user, action)


class ClosedChooserMixin:
    """Shows no list of enquiries to those who may not read them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse whoever may not answer enquiries."""
        if not may_answer(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class ChooseEnquiry(ClosedChooserMixin, chooser.ChooseView):
    """The list to choose from."""


class EnquiryChoices(ClosedChooserMixin, chooser.ChooseResultsView):
    """The list alone, narrowed."""


class ChosenEnquiry(ClosedChooserMixin, chooser.SnippetChosenView):
    """The chosen enquiry."""


class ChosenEnquiries(ClosedChooserMixin, chooser.SnippetChosenMultipleView):
    """The chosen enquiries."""


class EnquiryChooserViewSet(chooser.SnippetChooserViewSet):
    """The chooser every snippet has, closed to those who may not read enquiries."""

    choose_view_class = ChooseEnquiry
    choose_results_view_class = EnquiryChoices
    chosen_view_class = ChosenEnquiry
    chosen_multiple_view_class = ChosenEnquiries


class EnquiryViewSet(SnippetViewSet):
    """Enquiries with their status; the newest first."""

    model = Enquiry
    icon = "mail"
    menu_label = _("Обращения")
    list_display = ["code", "site", "status", "created_at", "letter_sent_at", "kept_until"]
    list_filter = ["site", "status"]
    list_per_page = 50
    copy_view_enabled = False
    chooser_viewset_class = EnquiryChooserViewSet


register_permission_policy(Enquiry, EnquiryPermissionPolicy(Enquiry))
