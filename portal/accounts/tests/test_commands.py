import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command

from portal.accounts.attempts import RESET_FOR_MAILBOX, take_attempt
from portal.accounts.models import AttemptCounter, SecurityEvent, SecurityEventKind
from portal.accounts.security_log import write_event
from portal.accounts.tests.factories import make_moderator

pytestmark = pytest.mark.django_db


def test_a_lost_second_factor_is_taken_away_and_every_session_ends(client, capsys):
    moderator = make_moderator()
    TOTP.activate(moderator, "JBSWY3DPEHPK3PXP")
    client.force_login(moderator)
    call_command("reset_second_factor", "mikhail")
    assert not Authenticator.objects.filter(user=moderator).exists()
    assert client.get("/admin/").status_code == 302
    assert SecurityEvent.objects.get(kind=SecurityEventKind.SECOND_FACTOR_CHANGED).user == moderator
    assert "1 authenticator(s) removed" in capsys.readouterr().out


def test_an_unknown_name_is_told():
    with pytest.raises(CommandError, match="no account named nobody"):
        call_command("reset_second_factor", "nobody")


def test_old_counters_and_events_are_forgotten_and_recent_ones_kept(clock, capsys):
    take_attempt(RESET_FOR_MAILBOX, "old@example.org")
    write_event(SecurityEventKind.RESET_REQUESTED, None, entered_name="old@example.org")
    clock.move(days=366)
    take_attempt(RESET_FOR_MAILBOX, "new@example.org")
    write_event(SecurityEventKind.RESET_REQUESTED, None, entered_name="new@example.org")
    call_command("forget_old_attempts")
    assert AttemptCounter.objects.count() == 1
    assert list(SecurityEvent.objects.values_list("entered_name", flat=True)) == ["new@example.org"]
    assert "1 counter(s), 1 event(s)" in capsys.readouterr().out
