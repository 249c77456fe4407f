"""The page where editors, moderators and administrators sign in."""

from typing import Any

from allauth.account.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.decorators import method_decorator

from portal.accounts.security_log import client_address, logger
from portal.accounts.sign_in_limits import address_may_sign_in
from portal.core.errors import error_page


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class SignInView(LoginView):
    """Asks for name and password; runs outside a transaction, so that hashing holds no lock."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let a person who is already at work go on; everyone else sees the form."""
        if request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin"):
            return HttpResponseRedirect(self.get_authenticated_redirect_url())
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse an address that tries too often before anything else is looked at."""
        if not address_may_sign_in(request):
            logger.warning("address_locked address=%s", client_address(request) or "-")
            return error_page(request, 429, retry_after=60)
        return super().post(request, *args, **kwargs)
