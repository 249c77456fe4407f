"""What waits on the admin's home: for moderators the queue, for editors their own photos."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from media.enums import CreditStatus
from media.file_work import unmade_files
from media.jobs import overdue_jobs
from media.models import Credit, CreditDecision, Photo

NEEDS_UPLOADER = (
    CreditStatus.DRAFT,
    CreditStatus.REJECTED,
    CreditStatus.DISPUTED,
    CreditStatus.REVOKED,
    CreditStatus.EXPIRED,
)
SHOWN = 10


class WaitingCreditsPanel(Component):
    """How many credits wait for a decision, with the oldest of them, and whether the desk's jobs and files go well."""

    name = "waiting_credits"
    template_name = "media/desk/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Count what waits and name the oldest."""
        waiting = Credit.objects.filter(credit_status=CreditStatus.PENDING).order_by("created_at", "pk")
        queue_url = f"{reverse('credits:index')}?credit_status={CreditStatus.PENDING}"
        count = waiting.count()
        return {"count": count, "oldest": waiting[:5] if count else [], "queue_url": queue_url,
                "overdue": overdue_jobs(), "unmade_count": unmade_files().count(),
                "csrf_token": parent_context.get("csrf_token", "")}  # fmt: skip


class OwnPhotosPanel(Component):
    """«Мои фото ждут внимания»: an editor's photos that lack rights or were refused, with the reason."""

    name = "own_photos"
    template_name = "media/desk/own_photos_panel.html"
    order = 60

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """List the photos with what is wrong with each."""
        last = CreditDecision.objects.filter(photo=OuterRef("pk")).order_by("-pk")
        photos = Photo.objects.filter(uploaded_by_user=self.user, credit_status__in=NEEDS_UPLOADER)
        found = photos.select_related("rights_holder").annotate(last_reason=Subquery(last.values("reason")[:1]))
        rows = [
            {"photo": photo, "url": reverse("wagtailimages:edit", args=[photo.pk]), "what": _what_is_wrong(photo)}
            for photo in found.order_by("-created_at", "-pk")[:SHOWN]
        ]
        return {"rows": rows, "count": photos.count() if len(rows) == SHOWN else len(rows)}


def _what_is_wrong(photo: Any) -> str:
    if photo.credit_status == CreditStatus.DRAFT:
        return _("не заполнено — %(fields)s") % {"fields": ", ".join(photo.missing_for_decision())}
    return str(photo.last_reason or "")
