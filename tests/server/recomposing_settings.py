"""The demo server without any cache: every request composes and renders the article anew."""

from tests.server.settings import *

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
