"""Who may enter the desk."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.auth import permission_denied

MODERATE_CREDIT = "media.moderate_credit"


def may_moderate(request: HttpRequest) -> bool:
    """Tell whether the user decides on credits."""
    return request.user.has_perm(MODERATE_CREDIT)


def moderators_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer others as the admin answers whoever lacks a right."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if may_moderate(request) else permission_denied(request)

    return checked
