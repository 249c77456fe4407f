"""The outermost guards: who the client is, which host was asked for, what is mere scanner noise."""

import logging
import re
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponseBase

from portal.core.errors import error_page

logger = logging.getLogger("portal.requests")

FORWARDING_HEADERS = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_SSL",
    "HTTP_X_REAL_IP",
)
LOCAL_SOCKET = "unix"
HIGHEST_PORT = 65535
HIDDEN_FILES = re.compile(r"(^|/)\.(?!well-known/)|[\x00-\x1f\x7f\\]")  # .git, .env, ../, control characters
SCANNED_FILES = re.compile(
    r"\.(php\d?|phtml|aspx?|jsp|cgi|env|sql|sqlite3?|db|bak|old|orig|swp|save|log|ini|conf|ya?ml|toml|pem|key|py|pyc"
    r"|tar|t?gz|zip|rar|7z)/?$"
    r"|^/(wp-|wordpress/|phpmyadmin|cgi-bin/|vendor/|boaform/|autodiscover/)",
    re.IGNORECASE,
)


class TrustedProxyMiddleware:
    """Believes forwarding headers only from the proxies named in ``TRUSTED_PROXIES``.

    From anyone else they are removed before other code can see them. From a trusted proxy the
    right-most address that is not itself a trusted proxy becomes the client's address, and the
    scheme becomes the one the visitor used. The host is never taken from a forwarding header.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.trust_socket = LOCAL_SOCKET in settings.TRUSTED_PROXIES
        self.networks = [ip_network(given) for given in settings.TRUSTED_PROXIES if given != LOCAL_SOCKET]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Take the forwarding headers away, and believe them if a trusted proxy sent them."""
        given = {header: request.META.pop(header, "") for header in FORWARDING_HEADERS}
        if self.is_trusted(request.META.get("REMOTE_ADDR", "")):
            client = self.client_of(given["HTTP_X_FORWARDED_FOR"])
            if client:
                request.META["REMOTE_ADDR"] = client
            if given["HTTP_X_FORWARDED_PROTO"].strip().lower() in {"http", "https"}:
                request.META["wsgi.url_scheme"] = given["HTTP_X_FORWARDED_PROTO"].strip().lower()
        return self.get_response(request)

    def is_trusted(self, given: str) -> bool:
        """Tell whether the peer is one of our proxies."""
        if given in {"", LOCAL_SOCKET}:
            return self.trust_socket
        address = parse_address(given)
        return address is not None and any(address in network for network in self.networks)

    def client_of(self, forwarded_for: str) -> str:
        """Return the right-most address that is not a trusted proxy, or nothing."""
        for given in reversed(forwarded_for.split(",")):
            address = parse_address(given.strip())
            if address is None:
                return ""
            if not self.is_trusted(str(address)):
                return str(address)
        return ""


def parse_address(given: str) -> IPv4Address | IPv6Address | None:
    """Return the address, or nothing if the text is none."""
    try:
        return ip_address(given)
    except ValueError:
        return None


class HostGuardMiddleware:
    """Answers 400 to a host this site does not serve: one short log line, no traceback."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse the request if its host is foreign."""
        if not self.is_own_host(request):
            logger.warning("foreign_host address=%s", request.META.get("REMOTE_ADDR") or "-")
            return error_page(request, 400)
        return self.get_response(request)

    def is_own_host(self, request: HttpRequest) -> bool:
        """Tell whether the request names a host this site serves, with a port that can exist."""
        try:
            port = request.get_host().rpartition(":")[2]
        except DisallowedHost:
            return False
        return not port.isdecimal() or int(port) <= HIGHEST_PORT


class ScannerNoiseMiddleware:
    """Answers 404, without a query, to addresses only scanners ask for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse the request if it is noise."""
        return error_page(request, 404) if self.is_noise(request.path_info) else self.get_response(request)

    def is_noise(self, path: str) -> bool:
        """Tell whether the address can't be one of this site's."""
        if HIDDEN_FILES.search(path):
            return True
        is_file = path.startswith((settings.STATIC_URL, settings.MEDIA_URL))
        return not is_file and SCANNED_FILES.search(path) is not None
