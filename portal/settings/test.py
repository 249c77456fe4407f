"""Settings for the test suite: fast hashing, files in a throw-away folder, no network."""

import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import DATABASES, LOGGING, STORAGES
from portal.settings.environment import env

DEBUG = False
SECRET_KEY = "test-only-key"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
DEMO_LOGINS_ALLOWED = True
DEMO_PASSWORD = "domna-prokat-1147"  # noqa: S105
SECOND_FACTOR_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEST_FILES = tempfile.TemporaryDirectory(prefix="portal-test-", ignore_cleanup_errors=True)
TEST_FILES_DIR = Path(TEST_FILES.name)
STATIC_ROOT = TEST_FILES_DIR / "static"
STATIC_ROOT.mkdir()
MEDIA_ROOT = TEST_FILES_DIR / "media"
PRIVATE_MEDIA_ROOT = TEST_FILES_DIR / "private"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_FILES_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}  # a lost test database is no loss
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "media.patient_storage.PatientFileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_MEDIA_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGGING = {**LOGGING, "root": {**LOGGING["root"], "level": env.str("LOG_LEVEL", default="WARNING")}}
INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter", "tests.showcase"]
MIGRATION_LINTER_OPTIONS = {"no_cache": True}
