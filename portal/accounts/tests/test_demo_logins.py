import pytest
from django.contrib.auth import authenticate
from django.core.checks import Error
from django.core.management import call_command

from portal.accounts.checks import no_demo_logins
from portal.accounts.demo_logins import DemoLoginsForbiddenError, create_demo_logins
from portal.accounts.models import User
from portal.accounts.roles import EDITORS, MODERATORS
from portal.core.start_guard import UnsafeInstallationError, refuse_unsafe_start

pytestmark = pytest.mark.django_db


def test_each_role_has_a_login(settings):
    logins = create_demo_logins()
    assert list(logins) == ["editor", "moderator", "administrator"]
    assert logins["editor"].groups.get().name == EDITORS
    assert logins["moderator"].groups.get().name == MODERATORS
    assert logins["administrator"].is_superuser
    assert all(authenticate(username=name, password=settings.DEMO_PASSWORD) for name in logins)


def test_making_them_again_changes_nothing():
    create_demo_logins()
    before = list(User.objects.order_by("pk").values())
    create_demo_logins()
    assert list(User.objects.order_by("pk").values()) == before


def test_they_are_not_made_outside_development(settings):
    settings.DEMO_LOGINS_ALLOWED = False
    with pytest.raises(DemoLoginsForbiddenError):
        create_demo_logins()
    assert not User.objects.exists()


def test_production_refuses_to_start_while_one_of_them_still_works(settings):
    create_demo_logins()
    settings.DEMO_LOGINS_ALLOWED = False
    settings.SECRET_KEY = "k" * 60
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    problem = no_demo_logins(None, databases=["default"])[0]
    assert isinstance(problem, Error)
    with pytest.raises(
        UnsafeInstallationError, match=r"portal\.E004: Demonstration logins exist: editor, moderator, administrator\."
    ):
        refuse_unsafe_start()
    call_command("remove_demo_logins")
    refuse_unsafe_start()


def test_removed_logins_cannot_sign_in_and_stay_as_authors(settings):
    create_demo_logins()
    call_command("remove_demo_logins")
    assert User.objects.count() == 3
    assert authenticate(username="administrator", password=settings.DEMO_PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "value", "identifier"),
    [
        ("SECRET_KEY", "development-only-key", "portal.E001"),
        ("WAGTAILADMIN_BASE_URL", "http://portal.example", "portal.E002"),
    ],
)
def test_production_refuses_a_published_key_and_an_unsafe_address(settings, name, value, identifier):
    settings.DEMO_LOGINS_ALLOWED = False
    settings.SECRET_KEY = "k" * 60
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    setattr(settings, name, value)
    with pytest.raises(UnsafeInstallationError, match=identifier):
        refuse_unsafe_start()
