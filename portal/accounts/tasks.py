"""Background work of the entrance."""

from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django_tasks import task

from portal.accounts.models import User


def password_reset_link(user: User) -> str:
    """Return the link that lets its reader set a new password once; its host comes from the settings only."""
    path = reverse(
        "wagtailadmin_password_reset_confirm",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(user.pk)),
            "token": default_token_generator.make_token(user),
        },
    )
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


@task()
def send_password_reset_letters(email: str) -> int:
    """Send a letter to every account with this address; return how many were sent."""
    users = list(PasswordResetForm().get_users(email))
    with translation.override(settings.LANGUAGE_CODE):
        for user in users:
            context = {"user": user, "link": password_reset_link(user), "site_name": settings.WAGTAIL_SITE_NAME}
            send_mail(
                _("Новый пароль для редакции портала"),
                render_to_string("accounts/password_reset_letter.txt", context),
                None,
                [user.email],
            )
    return len(users)
