"""Production settings with the example environment, in a process of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / ".env.example"


@pytest.fixture
def environment(tmp_path):
    """The example environment, filled in as the example says, with a database that is there."""
    database = tmp_path / "portal.sqlite3"
    database.touch()
    text = EXAMPLE.read_text()
    text = re.sub(r"^SECRET_KEY=.*$", "SECRET_KEY=" + "Zr8-q2LmX0vT5nYc" * 4, text, flags=re.MULTILINE)
    text = re.sub(r"^DATABASE_URL=.*$", f"DATABASE_URL=sqlite:///{database}", text, flags=re.MULTILINE)
    file = tmp_path / "production.env"
    file.write_text(text)
    inherited = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "VIRTUAL_ENV"}}
    return {**inherited, "ENV_FILE": str(file), "DJANGO_SETTINGS_MODULE": "portal.settings.production"}


def run(environment, *arguments, **changes):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**environment, **changes},
        capture_output=True,
        text=True,
        timeout=120,
    )


PRINT_SETTINGS = """
from django.conf import settings
for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "DEVICE_COOKIE_NAME", "SESSION_COOKIE_SECURE",
             "CSRF_COOKIE_SECURE", "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN", "SESSION_COOKIE_PATH",
             "CSRF_COOKIE_PATH", "DEBUG", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS",
             "SECURE_SSL_REDIRECT", "SECOND_FACTOR_REQUIRED",
             "DEMO_LOGINS_ALLOWED"):
    print(name, getattr(settings, name))
"""


def test_the_deployment_check_finds_nothing(environment):
    checked = run(environment, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stdout.strip()) == (0, "System check identified no issues (0 silenced)."), (
        checked.stderr
    )


def test_cookies_are_bound_to_the_host_and_to_https(environment):
    printed = dict(line.split(" ", 1) for line in run(environment, "-c", PRINT_SETTINGS).stdout.splitlines())
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "DEVICE_COOKIE_NAME"):
        assert printed[name].startswith("__Host-")
    assert printed["SESSION_COOKIE_SECURE"] == printed["CSRF_COOKIE_SECURE"] == "True"
    assert printed["SESSION_COOKIE_DOMAIN"] == printed["CSRF_COOKIE_DOMAIN"] == "None"
    assert printed["SESSION_COOKIE_PATH"] == printed["CSRF_COOKIE_PATH"] == "/"
    assert printed["DEBUG"] == printed["DEMO_LOGINS_ALLOWED"] == "False"
    assert printed["SECOND_FACTOR_REQUIRED"] == printed["SECURE_SSL_REDIRECT"] == "True"
    assert int(printed["SECURE_HSTS_SECONDS"]) >= 31_536_000


ASK = """
import django; django.setup()
from django.test import Client
secure = Client(SERVER_NAME="portal.example").get("/healthz", secure=True)
plain = Client(SERVER_NAME="portal.example").get("/admin/login/?next=/admin/")
print(secure.headers["Strict-Transport-Security"])
print(plain.status_code, plain.headers["Location"])
"""


def test_browsers_are_told_to_insist_on_https(environment):
    said = run(environment, "-c", ASK).stdout.splitlines()
    assert said[0] == "max-age=63072000; includeSubDomains; preload"
    assert said[1] == "301 https://portal.example/admin/login/?next=/admin/"


def test_the_server_starts_with_a_sound_installation(environment):
    started = run(environment, "-c", "import portal.wsgi; print('started')")
    assert started.stdout.strip() == "started", started.stderr


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("DATABASE_URL", "sqlite:////nowhere/portal.sqlite3", "portal.E003: The SQLite database file does not exist."),
        ("SECRET_KEY", "replace-me-with-a-long-random-key", "portal.E001: SECRET_KEY is the published example."),
        ("SECRET_KEY", "development-only-key-that-production-refuses", "portal.E001"),
        ("BASE_URL", "http://portal.example", "portal.E002: BASE_URL must be an https address."),
    ],
)
def test_the_server_refuses_to_start_and_says_why(environment, variable, value, said):
    refused = run(environment, "-c", "import portal.wsgi", **{variable: value})
    assert refused.returncode != 0
    assert said in refused.stderr


@pytest.mark.parametrize("variable", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_what_has_no_default_must_be_given(environment, variable):
    text = Path(environment["ENV_FILE"]).read_text()
    Path(environment["ENV_FILE"]).write_text(re.sub(rf"^{variable}=.*$", "", text, flags=re.MULTILINE))
    refused = run(environment, "manage.py", "check")
    assert refused.returncode != 0
    assert variable in refused.stderr


def test_every_variable_the_settings_read_is_in_the_example():
    read = set()
    for module in (ROOT / "portal" / "settings").glob("*.py"):
        read |= set(re.findall(r"env\.\w+\(\s*\"(\w+)\"", module.read_text()))
    told = set(re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE.read_text(), flags=re.MULTILINE))
    assert read - told - {"ENV_FILE"} == set()
    assert told - read == set()


def test_the_environment_is_read_in_the_settings_only():
    own = [
        path
        for app in ("portal", "media", "technopolis", "industries", "exports")
        for path in (ROOT / app).rglob("*.py")
        if "tests" not in path.parts
    ]
    reading = [str(path) for path in own if re.search(r"os\.environ|os\.getenv|getenv\(", path.read_text())]
    assert reading == [str(ROOT / "portal" / "wsgi.py")]
