"""Every address of the admin, read from the URL resolver, and what a request to it comes to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

BULK_PREFIX = "admin/bulk/"
BULK_ROUTE = "admin/bulk/<str:app_label>/<str:model_name>/<str:action>/"
CATCH_ALL = "admin/^.*/$"
LOGIN = "/admin/login/"
HOME = "/admin/"


@dataclass(frozen=True)
class AdminRoute:
    """One address: its pattern, the names of its arguments, the model its view serves if it says so."""

    pattern: str
    arguments: tuple[str, ...]
    model: type | None
    given: dict = field(default_factory=dict, hash=False, compare=False)

    def address(self, values):
        """Return the address with its arguments filled in."""
        path = (
            re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<\1>", self.pattern)
            .replace("^", "")
            .replace("$", "")
            .replace("\\", "")
        )
        for name in self.arguments:
            path = re.sub(rf"<(?:\w+:)?{name}>", str(values[name]), path)
        return f"/{path}"


def walk(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every pattern below the resolver with its full route."""
    for part in resolver.url_patterns:
        route = prefix + str(part.pattern)
        if isinstance(part, URLPattern):
            yield route, part
        else:
            yield from walk(part, route)


def model_of(pattern: URLPattern) -> type | None:
    """Return the model the view was made for."""
    view = pattern.callback
    initial = getattr(view, "view_initkwargs", {})
    return initial.get("model") or getattr(getattr(view, "view_class", None), "model", None)


def bulk_routes() -> Iterator[AdminRoute]:
    """Yield one route for each bulk action, as they all share one pattern."""
    bulk_action_registry._scan_for_bulk_actions()
    for app_label, models in bulk_action_registry.actions.items():
        for model_name, actions in models.items():
            for action in actions:
                model = apps.get_model(app_label, model_name)
                yield AdminRoute(f"{BULK_PREFIX}{app_label}/{model_name}/{action}/", (), model)


def admin_routes() -> dict[str, AdminRoute]:
    """Return every address of the admin by its pattern; the first of two equal ones is the one that answers."""
    routes = {}
    for route, pattern in walk(get_resolver()):
        if route.startswith("admin/") and route not in {BULK_ROUTE, CATCH_ALL}:
            arguments = tuple(pattern.pattern.regex.groupindex)
            arguments = tuple(dict.fromkeys([*re.findall(r"<(?:\w+:)?(\w+)>", route), *arguments]))
            routes.setdefault(route, AdminRoute(route, arguments, model_of(pattern)))
    return routes | {route.pattern: route for route in bulk_routes()}


def undone(send, address: str):
    """Send a request and undo what it changed; return the answer."""
    with transaction.atomic():
        response = send(address)
        transaction.set_rollback(True)
    return response


def outcome_of(client: Client, address: str) -> str:
    """Ask for an address and say in one word what came of it; ``post-`` if it takes only sent forms."""
    response = undone(client.get, address)
    if response.status_code == 405:
        return "post-" + word_for(undone(client.post, address))
    return word_for(response)


def word_for(response) -> str:
    """Return the word for an answer."""
    if response.status_code == 302:
        if response["Location"].startswith(LOGIN):
            return "login"
        return "denied" if response["Location"] == HOME else "leads-on"
    return {200: "open", 204: "open", 400: "refused", 403: "denied", 404: "absent", 405: "refused", 409: "refused"}.get(
        response.status_code, f"FAULT-{response.status_code}"
    )
