"""Prints where the site answers and who can sign in to the demo."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.accounts.demo_logins import DEMO_LOGINS, demo_logins

ROLES = {"editor": "редактор", "moderator": "модератор подписей к фото", "administrator": "администратор"}


class Command(BaseCommand):
    help = "Prints the addresses of the site and the demo logins that can still sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", required=True, help="Where the site is served, without a slash at the end.")

    def handle(self, *args: Any, **options: Any) -> None:
        address = options["address"]
        self.stdout.write(f"\n  Сайт      {address}/\n  Редакция  {address}/admin/\n")
        active = {user.username: user for user in demo_logins()}
        shown = [login for login in DEMO_LOGINS if login.username in active]
        if not shown:
            return
        self.stdout.write("  Входы (только для разработки):")
        for login in shown:
            known = active[login.username].check_password(settings.DEMO_PASSWORD)
            password = settings.DEMO_PASSWORD if known else "(пароль изменён)"
            self.stdout.write(f"    {login.username:<14} {password:<20} {ROLES[login.username]}")
        self.stdout.write("")
