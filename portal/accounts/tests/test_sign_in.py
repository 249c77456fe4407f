import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import resolve

from portal.accounts import hashing_queue
from portal.accounts.models import SecurityEvent, SecurityEventKind
from portal.accounts.tests.factories import PASSWORD, make_editor, make_person

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
OFFICE = "203.0.113.7"
STRANGER = "198.51.100.9"


def sign_in(client, name="vera", password=PASSWORD, address=OFFICE, **values):
    return client.post(LOGIN, {"login": name, "password": password, **values}, REMOTE_ADDR=address)


def fail(client, times, **values):
    return [sign_in(client, password="wrong-password-1", **values) for _ in range(times)]


def errors(response):
    return [str(error) for error in response.context["form"].non_field_errors()]


def is_signed_in(client):
    return SESSION_KEY in client.session


@pytest.fixture
def hashes(monkeypatch):
    """Counts how often a password is really hashed."""
    counted = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: counted.append(1) or encode(*args))
    return counted


def test_the_page_is_russian_and_is_where_the_admin_sends_strangers(client):
    response = client.get("/admin/pages/")
    assert response["Location"] == "/admin/login/?next=/admin/pages/"
    text = client.get(LOGIN).content.decode()
    assert "Вход в редакцию" in text
    assert "Имя пользователя" in text
    assert "Пароль" in text
    assert "Sign in" not in text


def test_right_name_and_password_lead_into_the_admin(client):
    make_editor()
    response = sign_in(client)
    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_session_gets_a_new_key_at_sign_in(client):
    make_editor()
    client.get(LOGIN)
    session = client.session
    session["planted"] = True
    session.save()
    planted_key = session.session_key
    sign_in(client)
    assert client.session.session_key != planted_key


def test_next_leads_on_within_the_site_only(client):
    make_editor()
    assert sign_in(client, next="/admin/images/")["Location"] == "/admin/images/"


@pytest.mark.parametrize(
    "address",
    ["//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "http:///evil.example"],
)
def test_next_never_leads_to_a_foreign_host(client, address):
    make_editor()
    assert sign_in(client, next=address)["Location"] == "/admin/"
    assert client.get(LOGIN, {"next": address})["Location"] == "/admin/"


def test_five_wrong_passwords_close_the_account_for_this_place_and_the_right_one_is_refused_alike(client, clock):
    make_editor()
    wrong = fail(client, 5)[-1]
    locked = sign_in(client)
    assert not is_signed_in(client)
    assert errors(locked) == errors(wrong)
    assert locked.status_code == wrong.status_code == 200


def test_the_account_opens_again_after_ten_minutes(client, clock):
    make_editor()
    fail(client, 5)
    clock.move(minutes=10, seconds=1)
    sign_in(client)
    assert is_signed_in(client)


def test_nothing_is_hashed_while_the_account_is_locked(client, clock, hashes):
    make_editor()
    fail(client, 5)
    hashes.clear()
    sign_in(client)
    assert hashes == []


def test_a_stranger_locks_out_only_himself(client, clock):
    make_editor()
    fail(client, 6, address=STRANGER)
    sign_in(client, address=OFFICE)
    assert is_signed_in(client)


def test_a_known_device_gets_in_although_its_own_address_has_been_locked(client, clock):
    make_editor()
    sign_in(client)
    client.post("/admin/logout/")
    stranger = type(client)()
    fail(stranger, 6)
    sign_in(client)
    assert is_signed_in(client)


def test_a_device_mark_of_another_person_is_worth_nothing(client, clock):
    make_editor("vera")
    make_editor("oleg")
    sign_in(client, name="oleg")
    client.post("/admin/logout/")
    fail(client, 5, name="vera")
    sign_in(client, name="vera")
    assert not is_signed_in(client)


def test_many_addresses_guessing_at_one_account_are_stopped_together(client, clock):
    make_editor()
    for number in range(50):
        sign_in(client, password="wrong-password-1", address=f"198.51.100.{number}")
    sign_in(client, address=STRANGER)
    assert not is_signed_in(client)


def test_the_twenty_first_attempt_of_an_address_in_a_minute_is_told_to_wait(client, clock):
    responses = [sign_in(client, name=f"name-{number}", password="x") for number in range(21)]
    assert {response.status_code for response in responses[:20]} == {200}
    assert responses[20].status_code == 429
    assert responses[20]["Retry-After"] == "60"
    assert "Слишком много" in responses[20].content.decode()


def test_addresses_of_one_ipv6_network_count_as_one(client, clock):
    for number in range(20):
        sign_in(client, name=f"name-{number}", password="x", address=f"2001:db8::{number:x}")
    assert sign_in(client, name="more", password="x", address="2001:db8::ffff").status_code == 429
    assert sign_in(client, name="more", password="x", address="2001:db8:1::1").status_code == 200


@pytest.mark.parametrize("name", ["vera", "nobody", "gone"])
def test_unknown_wrong_and_switched_off_accounts_get_the_same_answer_at_the_same_price(client, clock, hashes, name):
    make_editor()
    make_person("gone", is_active=False)
    hashes.clear()
    password = PASSWORD if name == "gone" else "wrong-password-1"
    response = sign_in(client, name=name, password=password)
    assert errors(response)[0].startswith("Не получилось войти.")
    assert len(hashes) == 1
    assert not is_signed_in(client)


def test_an_account_without_access_to_the_admin_is_told_so(client):
    make_person("reader")
    response = sign_in(client, name="reader")
    assert "нет доступа" in errors(response)[0]
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("field", "value"),
    [("password", "x" * 4097), ("password", "x" * 1_000_000), ("login", "x" * 200_000), ("login", "ve\x00ra")],
)
def test_monstrous_input_is_refused_before_hashing(client, hashes, field, value):
    response = client.post(LOGIN, {"login": "vera", "password": "x", field: value})
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert hashes == []


def test_a_flood_of_sign_ins_is_told_to_come_again_instead_of_eating_the_processor(client, hashes):
    make_editor()
    hashes.clear()
    for _ in range(hashing_queue.LONGEST_QUEUE):
        hashing_queue.places.acquire()
    try:
        response = sign_in(client)
    finally:
        for _ in range(hashing_queue.LONGEST_QUEUE):
            hashing_queue.places.release()
    assert "слишком много людей" in errors(response)[0]
    assert hashes == []
    sign_in(client)
    assert is_signed_in(client)


def test_the_log_says_who_from_where_and_with_what_result(client, clock):
    editor = make_editor()
    SecurityEvent.objects.all().delete()
    fail(client, 5)
    sign_in(client)
    clock.move(minutes=11)
    sign_in(client)
    client.post("/admin/logout/")
    events = list(SecurityEvent.objects.order_by("pk").values_list("kind", "entered_name", "user"))
    assert events == [
        *[(SecurityEventKind.PASSWORD_REFUSED, "vera", None)] * 5,
        (SecurityEventKind.ACCOUNT_LOCKED, "vera", None),
        (SecurityEventKind.SIGNED_IN, "vera", editor.pk),
        (SecurityEventKind.SIGNED_OUT, "vera", editor.pk),
    ]
    assert set(SecurityEvent.objects.exclude(kind=SecurityEventKind.SIGNED_OUT).values_list("address", flat=True)) == {
        OFFICE
    }


def test_a_line_of_the_log_cannot_be_changed_or_forged(client, clock):
    sign_in(client, name="vera\r\n2026 INFO signed_in name=root", password="x")
    event = SecurityEvent.objects.get()
    assert event.entered_name == "vera��2026 INFO signed_in name=root"
    with pytest.raises(TypeError):
        event.save()


def test_a_person_already_at_work_is_led_on(client):
    client.force_login(make_editor())
    assert client.get(LOGIN)["Location"] == "/admin/"


@pytest.mark.parametrize(
    "path",
    [
        "/django-admin/",
        "/admin/failwhale/",
        "/admin/test404/",
        "/admin/signup/",
        "/accounts/signup/",
        "/_util/login/",
        "/en/_util/login/",
        "/_util/authenticate_with_password/1/1/",
    ],
)
def test_doors_that_must_not_exist_do_not(client, path):
    client.force_login(make_editor())
    assert client.get(path).status_code == 404


def test_signing_in_holds_no_transaction_while_the_password_is_hashed():
    assert resolve(LOGIN).func._non_atomic_requests == {"default"}
    assert resolve("/admin/password_reset/").func._non_atomic_requests == {"default"}
