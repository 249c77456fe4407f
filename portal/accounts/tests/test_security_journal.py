import pytest

from portal.accounts.models import SecurityEventKind
from portal.accounts.security_log import write_event
from portal.accounts.tests.factories import make_administrator, make_editor

pytestmark = pytest.mark.django_db

JOURNAL = "/admin/reports/security/"


@pytest.fixture
def administrator(client, rf):
    client.force_login(make_administrator())
    write_event(SecurityEventKind.PASSWORD_REFUSED, rf.get("/", REMOTE_ADDR="203.0.113.7"), entered_name="=cmd()")
    write_event(SecurityEventKind.ACCOUNT_LOCKED, rf.get("/", REMOTE_ADDR="198.51.100.9"), entered_name="oleg")
    return client


def test_an_administrator_reads_who_from_where_and_with_what_result(administrator):
    text = administrator.get(JOURNAL).content.decode()
    assert "Журнал безопасности" in text
    for words in ("неверное имя или пароль", "oleg", "203.0.113.7", "198.51.100.9"):
        assert words in text


def test_the_journal_is_narrowed_down(administrator):
    text = administrator.get(JOURNAL, {"kind": "account_locked"}).content.decode()
    assert "198.51.100.9" in text
    assert "203.0.113.7" not in text
    assert "203.0.113.7" in administrator.get(JOURNAL, {"address": "203.0.113.7"}).content.decode()


def test_a_wrong_filter_is_no_fault(administrator):
    assert administrator.get(JOURNAL, {"kind": "none", "happened_at_from": "вчера", "p": "x"}).status_code == 200


def test_an_editor_is_offered_no_journal(client):
    client.force_login(make_editor())
    assert client.get(JOURNAL)["Location"] == "/admin/"
    assert "reports/security" not in client.get("/admin/").content.decode()


def test_the_journal_can_be_taken_away_as_a_table(administrator):
    response = administrator.get(JOURNAL, {"export": "csv"})
    table = b"".join(response.streaming_content).decode()
    assert "198.51.100.9" in table
    assert "'=cmd()" in table
    assert ",=cmd()" not in table
    assert response["Content-Disposition"].startswith('attachment; filename="security-journal')
