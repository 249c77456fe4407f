"""What waits for a moderator, on the admin's home."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from media.enums import CreditStatus
from media.models import Credit


class WaitingCreditsPanel(Component):
    """How many credits wait for a decision, with the oldest of them."""

    name = "waiting_credits"
    template_name = "media/desk/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Count what waits and name the oldest."""
        waiting = Credit.objects.filter(credit_status=CreditStatus.PENDING).order_by("created_at", "pk")
        queue_url = f"{reverse('credits:index')}?credit_status={CreditStatus.PENDING}"
        return {"count": waiting.count(), "oldest": waiting[:5], "queue_url": queue_url}
