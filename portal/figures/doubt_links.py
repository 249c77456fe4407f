"""Addresses of the screens on which a named person answers for something doubtful.

What a record states need not be stored yet when a decision is asked for, so that the address itself carries the words,
signed: nobody can make up others.
"""

from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db.models import Model
from django.urls import reverse
from wagtail.models import Page

_SALT = "portal.figures.doubt"


def link_to_decision(holder: Model, about: Any) -> str:
    """Return the address for ``holder`` and ``about``: a value's key, or a statement's words and status."""
    if isinstance(holder, Page):
        return reverse("figures_desk:override", args=[holder.pk, about])
    options = holder._meta
    address = reverse("figures_desk:override_record", args=[options.app_label, options.model_name, holder.pk])
    return f"{address}?{urlencode({'doubt': signing.dumps(about, salt=_SALT, compress=True)})}"


def read_signed(text: str) -> Any:
    """Return what the address is about, or ``None`` where it was made up."""
    try:
        return signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
