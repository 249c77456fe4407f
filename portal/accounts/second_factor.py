"""Who must have a second factor, and whether they have it."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from portal.accounts.models import User
from portal.accounts.roles import ENQUIRY_ANSWERERS, MODERATORS


def must_have_second_factor(user: User) -> bool:
    """Tell whether the installation asks this person for a second factor."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return user.is_superuser or user.groups.filter(name__in=[MODERATORS, ENQUIRY_ANSWERERS]).exists()


def has_second_factor(user: User) -> bool:
    """Tell whether the person has an authenticator application connected."""
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()
