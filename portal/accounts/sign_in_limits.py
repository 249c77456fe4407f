"""What limits apply to one attempt to sign in, and what is undone when it succeeds."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.http import HttpRequest

from portal.accounts.attempts import (
    ACCOUNT_FROM_PLACE,
    ACCOUNT_FROM_STRANGERS,
    SECOND_FACTOR_CODE,
    SIGN_IN_FROM_ADDRESS,
    forgive,
    take_attempt,
)
from portal.accounts.known_devices import fold_name, known_device
from portal.accounts.models import User
from portal.accounts.security_log import client_address

IPV6_NETWORK_BITS = 64


def network_of(request: HttpRequest) -> str:
    """Return what counts as one place on the network: an IPv4 address or an IPv6 /64."""
    address = client_address(request)
    if address is None:
        return "local"
    if isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/{IPV6_NETWORK_BITS}", strict=False))
    return address


def place_of(request: HttpRequest, name: str) -> str:
    """Return the place an account is tried from: a device it knows, else the network address."""
    device = known_device(request, name)
    return f"device:{device}" if device else f"address:{network_of(request)}"


def address_may_sign_in(request: HttpRequest) -> bool:
    """Count an attempt of this address, whatever the account."""
    return take_attempt(SIGN_IN_FROM_ADDRESS, network_of(request))


def account_may_sign_in(request: HttpRequest, name: str) -> bool:
    """Count an attempt at this account from this place, before any password is hashed.

    Devices the account knows are counted one by one and can't be locked out by strangers. All
    unknown devices together have a second, wider limit, so that many addresses don't help.
    """
    subject = fold_name(name)
    if not take_attempt(ACCOUNT_FROM_PLACE, f"{subject}|{place_of(request, name)}"):
        return False
    return bool(known_device(request, name)) or take_attempt(ACCOUNT_FROM_STRANGERS, subject)


def account_has_signed_in(request: HttpRequest, name: str) -> None:
    """Forget the attempts made from this place: the password was right."""
    forgive(ACCOUNT_FROM_PLACE, f"{fold_name(name)}|{place_of(request, name)}")


def code_may_be_tried(user: User) -> bool:
    """Count an attempt at the person's second factor; only someone with the password gets here."""
    return take_attempt(SECOND_FACTOR_CODE, str(user.pk))


def code_was_right(user: User) -> None:
    """Forget the attempts at the second factor."""
    forgive(SECOND_FACTOR_CODE, str(user.pk))
