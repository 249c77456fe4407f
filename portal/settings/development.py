"""Settings for a developer's machine: demo logins, errors in the browser, no HTTPS."""

from portal.settings.base import *
from portal.settings.base import STORAGES
from portal.settings.environment import env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-key-that-production-refuses")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]", "testserver"])
DEMO_LOGINS_ALLOWED = True
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="domna-prokat-1147")
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
