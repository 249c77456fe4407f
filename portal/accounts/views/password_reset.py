"""Asking for a new password and setting it."""

from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.generic.edit import FormView

from portal.accounts.attempts import RESET_FOR_MAILBOX, RESET_FROM_ADDRESS, take_attempt
from portal.accounts.forms import PasswordResetRequestForm
from portal.accounts.models import SecurityEventKind
from portal.accounts.security_log import write_event
from portal.accounts.sign_in_limits import network_of
from portal.accounts.tasks import send_password_reset_letters


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class PasswordResetRequestView(FormView):
    """Takes the address and answers at once, the same whether the address is known, unknown or over its limit.

    Who owns the address is looked up by the background task, so the answer's time tells nothing.
    """

    form_class = PasswordResetRequestForm
    template_name = "accounts/password_reset_request.html"
    success_url = reverse_lazy("wagtailadmin_password_reset_done")

    def form_valid(self, form: PasswordResetRequestForm) -> HttpResponse:
        """Queue the letter if the limits allow it."""
        email = form.cleaned_data["email"]
        allowed = take_attempt(RESET_FROM_ADDRESS, network_of(self.request))
        allowed = allowed and take_attempt(RESET_FOR_MAILBOX, email.casefold())
        if allowed:
            write_event(SecurityEventKind.RESET_REQUESTED, self.request, entered_name=email)
            send_password_reset_letters.enqueue(email)
        else:
            write_event(SecurityEventKind.RESET_LIMITED, self.request, entered_name=email)
        return super().form_valid(form)
