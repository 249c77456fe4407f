"""Settings shared by every environment. The environment is read here and nowhere else."""

from typing import Any

from portal.settings.environment import BASE_DIR, VAR_DIR, env
from portal.settings.security import *

INSTALLED_APPS = [
    "portal.core",
    "portal.accounts",
    "portal.figures",
    "portal.imports",
    "portal.listing",
    "portal.longread",
    "portal.demo",
    "exports",
    "industries",
    "technopolis",
    "media",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.core.request_guard.TrustedProxyMiddleware",
    "portal.core.middleware.SecurityHeadersMiddleware",
    "portal.core.request_guard.HostGuardMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "portal.core.request_guard.ScannerNoiseMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.public_cache.PublicCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.middleware.SiteLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.accounts.middleware.AdminSessionLimitsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.SecondFactorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.core.errors.MissingFieldMiddleware",
    "media.middleware.RefusalsMiddleware",
    "media.uploads.early_inspection.EarlyInspectionMiddleware",
    "portal.core.middleware.SafeRequestsOutsideTransactionMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.core.context.site_chrome",
            ],
        },
    }
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}")}
DATABASES["default"]["ATOMIC_REQUESTS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def redis_cache(address: str) -> dict[str, Any]:
    """Return the settings of a Redis cache that gives up after a second and is not asked again at once."""
    options = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
    return {"BACKEND": "portal.core.breaker_cache.BreakerRedisCache", "LOCATION": address, "OPTIONS": options}


REDIS_URL = env.str("REDIS_URL", default="")
MEMORY_CACHE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "portal"}
CACHES = {"default": redis_cache(REDIS_URL) if REDIS_URL else MEMORY_CACHE}

LANGUAGE_CODE = "ru"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Moscow")
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/uploads/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_MEDIA_ROOT = VAR_DIR / "private"
ZONE_BOUNDARIES = env.str("ZONE_BOUNDARIES", default=str(BASE_DIR / "portal/content/geo/districts.geojson"))
STORAGES = {
    "default": {"BACKEND": "media.patient_storage.PatientFileSystemStorage"},
    "private": {
        "BACKEND": "media.patient_storage.PatientFileSystemStorage",
        "OPTIONS": {"location": str(PRIVATE_MEDIA_ROOT), "base_url": None},
    },
    "staticfiles": {"BACKEND": "portal.core.static_files.PortalStaticFilesStorage"},
}

TASKS = {"default": {"BACKEND": env.str("TASKS_BACKEND", default="django_tasks.backends.immediate.ImmediateBackend")}}

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

EXPORT_MAP_FILE = env.str("EXPORT_MAP_FILE", default=str(BASE_DIR / "portal" / "content" / "geo" / "world_land.json"))

WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Промышленный ландшафт")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_AUTOSAVE_INTERVAL = env.int("AUTOSAVE_MILLISECONDS", default=3000)
WAGTAIL_FINISH_WORKFLOW_ACTION = "media.workflows.publish_or_hold"
WAGTAILIMAGES_IMAGE_MODEL = "media.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PhotoForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.uploads.documents.DocumentForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
PHOTO_CREDITS_PATH = "/photos/"
WAGTAILEMBEDS_FINDERS = []  # type: ignore[var-annotated]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
