"""Takes a person's second factor away after the phone and the recovery codes are lost."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from portal.accounts.models import SecurityEventKind, User
from portal.accounts.security_log import write_event
from portal.accounts.sessions import end_all_sessions


class Command(BaseCommand):
    help = "Takes a person's second factor away; all sessions end, and the next sign-in connects a new one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="name the person signs in with")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            person = User.objects.get(username=options["name"])
        except User.DoesNotExist as absent:
            raise CommandError(f"There is no account named {options['name']}.") from absent
        deleted, _ = Authenticator.objects.filter(user=person).delete()
        end_all_sessions(person)
        write_event(SecurityEventKind.SECOND_FACTOR_CHANGED, None, user=person, detail="reset from the command line")
        self.stdout.write(f"Second factor of {person}: {deleted} authenticator(s) removed, all sessions ended.")
