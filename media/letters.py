"""Letters of the desk: to uploaders on their photos, to moderators on the queue and on rights that end."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django_tasks import task
from wagtail.models import Revision

from media.enums import CreditStatus

TOLD_TO_UPLOADER = frozenset(
    {
        CreditStatus.APPROVED,
        CreditStatus.REJECTED,
        CreditStatus.DISPUTED,
        CreditStatus.REVOKED,
        CreditStatus.EXPIRED,
    }
)


@task()
def tell_uploader(user_key: int, decision_keys: list[int]) -> bool:
    """Write to whoever uploaded photos what was decided on them and why: one letter for all of one action."""
    decisions = apps.get_model("media", "CreditDecision").objects.select_related("photo", "decided_by")
    found = list(decisions.filter(pk__in=decision_keys).order_by("pk"))
    user = get_user_model().objects.filter(pk=user_key, is_active=True).first()
    if user is None or not user.email or not found:
        return False
    with override(settings.LANGUAGE_CODE):
        count = len(found)
        subject = ngettext("Решение о вашем снимке", "Решения о ваших снимках: %(count)d", count) % {"count": count}
        rows = [
            {
                "title": decision.photo.title,
                "status": decision.get_to_status_display(),
                "reason": decision.reason,
                "url": full_url(reverse("wagtailimages:edit", args=[decision.photo_id])),
            }
            for decision in found
        ]
        write([user], subject, "media/letters/decisions.txt", {"rows": rows})
    return True


@task()
def tell_of_hold(revision_key: int, reasons: str) -> bool:
    """Write to whoever made a version that is due and held why it does not go live."""
    revision = Revision.objects.select_related("user").filter(pk=revision_key).first()
    if revision is None or revision.user is None or not revision.user.email or not revision.user.is_active:
        return False
    with override(settings.LANGUAGE_CODE):
        subject = _("Публикация ждёт: %(title)s") % {"title": revision.object_str}
        context = {"title": revision.object_str, "reasons": reasons}
        write([revision.user], subject, "media/letters/held.txt", context)
    return True


def write(people: Iterable[Any], subject: str, template: str, context: dict[str, Any]) -> int:
    """Send one letter to each of ``people`` who has an address; return how many went out."""
    text = render_to_string(template, {**context, "site_name": settings.WAGTAIL_SITE_NAME})
    addresses = [person.email for person in people if person.email]
    for address in addresses:
        send_mail(_("%(site)s: %(subject)s") % {"site": settings.WAGTAIL_SITE_NAME, "subject": subject}, text,
                  None, [address])  # fmt: skip
    return len(addresses)


def moderators() -> QuerySet:
    """Return those who decide on credits by their role; administrators are not written to."""
    backend = "django.contrib.auth.backends.ModelBackend"
    users = get_user_model().objects.with_perm("media.moderate_credit", backend=backend, include_superusers=False)
    return users.filter(is_active=True).order_by("pk")


def full_url(path: str) -> str:
    """Return the address of a screen of the admin, as a letter needs it."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
