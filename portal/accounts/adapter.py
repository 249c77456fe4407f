"""How the sign-in library is bound to this portal's rules."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from portal.accounts.hashing_queue import HashingQueueFullError, place_in_hashing_queue
from portal.accounts.known_devices import remember_device
from portal.accounts.models import User
from portal.accounts.second_factor import must_have_second_factor
from portal.accounts.security_log import client_address
from portal.accounts.sessions import SIGNED_IN_AT
from portal.accounts.sign_in_limits import account_has_signed_in, account_may_sign_in


class AccountAdapter(DefaultAccountAdapter):
    """No self-registration, the portal's own idea of the client's address, known devices remembered."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators only."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address found by the proxy middleware."""
        return client_address(request) or "127.0.0.1"

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Mark the device as known once every step of the sign-in is done."""
        response = super().post_login(request, user, **kwargs)
        remember_device(request, response, user.get_username())
        return response

    def reauthenticate(self, user: User, password: str) -> bool:
        """Check the password of someone already signed in, under the same limits as at the entrance."""
        name = user.get_username()
        if not account_may_sign_in(self.request, name):
            return False
        try:
            with place_in_hashing_queue():
                right = user.check_password(password)
        except HashingQueueFullError:
            return False
        if right:
            account_has_signed_in(self.request, name)
        return right

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again only when the sign-in was some time ago."""
        began = self.request.session.get(SIGNED_IN_AT, 0)
        return time.time() - began > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: the security log keeps what the library would write to the mailbox."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names the portal in the authenticator application and keeps a required factor in place."""

    def get_totp_issuer(self) -> str:
        """Return the name shown above the code in the authenticator application."""
        return settings.WAGTAIL_SITE_NAME

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refuse to switch off a second factor that the person must have."""
        return not must_have_second_factor(authenticator.user)
