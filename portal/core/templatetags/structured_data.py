"""Machine-readable data inside a page."""

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# The same characters Django's json_script escapes, and the two line separators JavaScript once took for line ends.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.filter
def json_ld(data: Mapping[str, Any]) -> SafeString:
    """Return ``data`` as JSON that can't leave the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308
