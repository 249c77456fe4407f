import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts.models import SecurityEvent, SecurityEventKind
from portal.accounts.roles import EDITORS, MODERATORS
from portal.accounts.tests.factories import PASSWORD, make_administrator, make_editor

pytestmark = pytest.mark.django_db


def signed_in(person):
    client = Client()
    client.post("/admin/login/", {"login": person.get_username(), "password": PASSWORD})
    return client


def is_at_work(client):
    return client.get("/admin/").status_code == 200


def test_a_session_ends_after_forty_five_idle_minutes(clock):
    client = signed_in(make_editor())
    clock.move(minutes=44)
    assert is_at_work(client)
    clock.move(minutes=45)
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == "/admin/login/?next=/admin/"
    assert "Сеанс закончился" in response.content.decode()


def test_a_session_ends_after_twelve_hours_of_work(clock):
    client = signed_in(make_editor())
    for _ in range(23):
        clock.move(minutes=30)
        assert is_at_work(client)
    clock.move(minutes=30)
    assert not is_at_work(client)


def test_requests_the_browser_makes_by_itself_do_not_prolong_a_session(clock):
    client = signed_in(make_editor())
    for _ in range(9):
        clock.move(minutes=5)
        client.get("/admin/session/")
    assert not is_at_work(client)


def test_the_page_learns_how_long_the_session_lives(clock):
    editor = make_editor()
    client = signed_in(editor)
    client.get("/admin/")
    clock.move(minutes=41)
    state = client.get("/admin/session/").json()
    assert (state["person"], state["seconds_left"], state["can_prolong"]) == (editor.pk, 240, True)


def test_typing_prolongs_the_session(clock):
    client = signed_in(make_editor())
    clock.move(minutes=41)
    assert client.post("/admin/session/prolong/").json()["seconds_left"] == 45 * 60
    clock.move(minutes=44)
    assert is_at_work(client)


def test_the_page_is_told_when_work_can_prolong_the_session_no_more(clock):
    client = signed_in(make_editor())
    for _ in range(23):
        clock.move(minutes=31)
        client.get("/admin/")
    state = client.post("/admin/session/prolong/").json()
    assert (state["seconds_left"], state["can_prolong"]) == (7 * 60, False)


def test_a_page_left_open_learns_that_the_session_is_over(clock):
    client = signed_in(make_editor())
    clock.move(hours=1)
    assert client.get("/admin/session/").json() == {"person": None, "seconds_left": 0}


def test_a_form_sent_after_the_end_is_not_lost(clock):
    client = signed_in(make_editor())
    clock.move(hours=1)
    words = "Завод начал с трёх печей и одного прокатного стана."
    response = client.post("/admin/pages/1/", {"title": words, "password": "secret"}, HTTP_ORIGIN="http://testserver")
    assert response.status_code == 403
    text = response.content.decode()
    assert "Сеанс закончился" in text
    assert f'value="{words}"' in text
    assert "secret" not in text


@pytest.mark.parametrize("change", ["password", "is_active", "is_superuser", "role", "left role", "all roles"])
def test_a_change_of_password_or_rights_ends_every_session(change):
    person = make_editor()
    client = signed_in(person)
    assert is_at_work(client)
    if change == "password":
        person.set_password("kuznitsa-vetra-9027")
        person.save()
    elif change == "role":
        person.groups.add(Group.objects.get(name=MODERATORS))
    elif change == "left role":
        Group.objects.get(name=EDITORS).user_set.remove(person)
        person.is_superuser = False
    elif change == "all roles":
        Group.objects.get(name=EDITORS).user_set.clear()
    else:
        setattr(person, change, not getattr(person, change))
        person.save()
    assert not is_at_work(client)


def test_changes_that_concern_no_right_leave_sessions_alone():
    person = make_editor()
    client = signed_in(person)
    person.refresh_from_db()
    person.first_name = "Вера"
    person.save()
    person.groups.add(Group.objects.get(name=EDITORS))
    assert is_at_work(client)


def test_leaving_on_all_devices_ends_this_and_every_other_session():
    person = make_editor()
    here, there = signed_in(person), signed_in(person)
    response = here.post("/admin/session/end-all/", follow=True)
    assert "Все сеансы завершены" in response.content.decode()
    assert not is_at_work(here)
    assert not is_at_work(there)
    assert SecurityEvent.objects.filter(kind=SecurityEventKind.SESSIONS_ENDED, user=person).count() == 1


def test_other_people_s_sessions_stay():
    person, other = make_editor(), make_administrator()
    client = signed_in(other)
    signed_in(person).post("/admin/session/end-all/")
    assert is_at_work(client)


def test_a_person_sees_own_sign_ins_and_nobody_else_s():
    person, other = make_editor("vera"), make_editor("oleg")
    Client().post("/admin/login/", {"login": "oleg", "password": PASSWORD}, REMOTE_ADDR="198.51.100.9")
    text = signed_in(person).get("/admin/account/sessions/").content.decode()
    assert "вход выполнен" in text
    assert "198.51.100.9" not in text
    assert other.security_events.filter(kind=SecurityEventKind.SIGNED_IN).count() == 1


def test_the_account_page_offers_second_factor_and_sessions():
    text = signed_in(make_editor()).get("/admin/account/").content.decode()
    assert 'href="/admin/second-factor/"' in text
    assert 'href="/admin/account/sessions/"' in text


def test_a_rights_change_of_a_role_takes_effect_at_once():
    person = make_editor()
    client = signed_in(person)
    Group.objects.get(name=EDITORS).permissions.clear()
    assert not is_at_work(client)
