import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import SESSION_KEY
from django.test import Client

from portal.accounts.models import SecurityEvent, SecurityEventKind
from portal.accounts.tests.factories import PASSWORD, make_administrator, make_editor, make_moderator

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def current_code(secret=SECRET):
    counter = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, counter))


def connect(person):
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)


def enter_password(person):
    client = Client()
    response = client.post("/admin/login/", {"login": person.get_username(), "password": PASSWORD})
    return client, response


def enter_code(client, code):
    return client.post("/admin/second-factor/authenticate/", {"code": code})


def test_a_person_with_an_authenticator_is_asked_for_its_code():
    person = make_editor()
    connect(person)
    client, response = enter_password(person)
    assert response["Location"] == "/admin/second-factor/authenticate/"
    assert SESSION_KEY not in client.session
    assert "Код подтверждения" in client.get(response["Location"]).content.decode()
    assert enter_code(client, current_code())["Location"] == "/admin/"
    assert SESSION_KEY in client.session


def test_a_recovery_code_lets_in_once():
    person = make_editor()
    connect(person)
    code = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()[0]
    client, _ = enter_password(person)
    enter_code(client, code)
    assert SESSION_KEY in client.session
    again, _ = enter_password(person)
    enter_code(again, code)
    assert SESSION_KEY not in again.session


def test_five_wrong_codes_close_the_second_step_even_for_the_right_one(clock):
    person = make_editor()
    connect(person)
    client, _ = enter_password(person)
    for _ in range(5):
        enter_code(client, "000000")
    response = enter_code(client, current_code())
    assert SESSION_KEY not in client.session
    assert "Слишком много неверных кодов" in response.content.decode()
    assert SecurityEvent.objects.filter(kind=SecurityEventKind.CODE_REFUSED, user=person).count() == 5


def test_the_limit_holds_across_new_sign_ins(clock):
    person = make_editor()
    connect(person)
    for _ in range(5):
        client, _ = enter_password(person)
        enter_code(client, "000000")
    client, _ = enter_password(person)
    enter_code(client, current_code())
    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("make", [make_moderator, make_administrator])
def test_who_must_have_a_second_factor_is_led_to_connect_it(settings, make):
    settings.SECOND_FACTOR_REQUIRED = True
    client, _ = enter_password(make())
    assert client.get("/admin/")["Location"] == "/admin/second-factor/totp/activate/"
    assert client.post("/admin/images/add/")["Location"] == "/admin/second-factor/totp/activate/"
    assert client.get("/admin/api/main/pages/").status_code == 302


def test_editors_may_go_without(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client, _ = enter_password(make_editor())
    assert client.get("/admin/").status_code == 200


def test_connecting_the_application_opens_the_admin_and_gives_recovery_codes(
    settings, django_capture_on_commit_callbacks
):
    settings.SECOND_FACTOR_REQUIRED = True
    client, _ = enter_password(make_moderator())
    page = client.get("/admin/second-factor/totp/activate/")
    assert "Подключение второго фактора" in page.content.decode()
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/admin/second-factor/totp/activate/", {"code": current_code(secret)})
    assert response["Location"] == "/admin/second-factor/recovery-codes/"
    assert len(client.get(response["Location"]).context["unused_codes"]) == 10
    assert client.get("/admin/").status_code == 200
    assert SecurityEvent.objects.filter(kind=SecurityEventKind.SECOND_FACTOR_CHANGED).exists()


def test_a_required_second_factor_cannot_be_switched_off(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    moderator = make_moderator()
    connect(moderator)
    client, _ = enter_password(moderator)
    enter_code(client, current_code())
    client.post("/admin/second-factor/totp/deactivate/")
    assert Authenticator.objects.filter(user=moderator, type=Authenticator.Type.TOTP).exists()


def test_some_time_after_the_sign_in_the_password_is_asked_for_again(clock):
    client, _ = enter_password(make_editor())
    assert client.get("/admin/second-factor/totp/activate/").status_code == 200
    clock.move(minutes=16)
    confirm = client.get("/admin/second-factor/totp/activate/")
    assert confirm["Location"].startswith("/admin/confirm/")
    assert client.post(confirm["Location"], {"password": PASSWORD})["Location"] == "/admin/second-factor/totp/activate/"
    assert client.get("/admin/second-factor/totp/activate/").status_code == 200


def test_confirming_with_a_password_is_limited_like_the_entrance(clock):
    client, _ = enter_password(make_editor())
    clock.move(minutes=16)
    for _ in range(5):
        client.post("/admin/confirm/?next=/admin/second-factor/totp/activate/", {"password": "wrong"})
    client.post("/admin/confirm/?next=/admin/second-factor/totp/activate/", {"password": PASSWORD})
    assert client.get("/admin/second-factor/totp/activate/")["Location"].startswith("/admin/confirm/")


def test_confirming_with_codes_is_limited_too(clock):
    person = make_editor()
    connect(person)
    client, _ = enter_password(person)
    enter_code(client, current_code())
    address = "/admin/second-factor/reauthenticate/?next=/admin/second-factor/recovery-codes/generate/"
    for _ in range(5):
        client.post(address, {"code": "000000"})
    assert "Слишком много неверных кодов" in client.post(address, {"code": "000000"}).content.decode()


@pytest.mark.parametrize("path", ["", "totp/activate/", "recovery-codes/"])
def test_strangers_see_nothing_of_it(path):
    response = Client().get(f"/admin/second-factor/{path}")
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
