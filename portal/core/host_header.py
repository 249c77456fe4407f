"""Refuses HTTP/1.1 requests without a Host header, as the protocol demands."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.encoding import force_bytes

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def require_host_header(application: Application) -> Application:
    """Return the application wrapped so that a request without a Host gets 400 before it is looked at."""

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("HTTP_HOST"):
            return application(environ, start_response)
        body = force_bytes("Запрос без заголовка Host.\n")
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
        start_response("400 Bad Request", headers)
        return [body]

    return guarded
