"""Settings of the server the browser talks to: the demo site, served as in production but without HTTPS."""

from portal.settings.base import STORAGES as PRODUCTION_STORAGES
from portal.settings.development import *

DEBUG = False
STORAGES = PRODUCTION_STORAGES
WAGTAIL_AUTOSAVE_INTERVAL = 0  # a test presses a button at once, as no person does
WHITENOISE_MAX_AGE = 31_536_000
MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    *MIDDLEWARE,
]  # nginx does it in production
