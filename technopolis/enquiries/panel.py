"""What waits for those who answer enquiries, on the admin's home: a letter may be late, the panel is not."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from wagtail.admin.ui.components import Component

from technopolis.enums import EnquiryStatus
from technopolis.models import Enquiry

LETTER_IS_LATE_AFTER = timedelta(hours=1)


class EnquiriesPanel(Component):
    """How many enquiries nobody has taken up, how many letters did not go out, whose data is kept too long."""

    name = "enquiries"
    template_name = "technopolis/admin/enquiries_panel.html"
    order = 65

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Count in one query."""
        is_kept = Q(erased_at__isnull=True)
        is_late = Q(letter_sent_at__isnull=True, created_at__lt=timezone.now() - LETTER_IS_LATE_AFTER)
        counts: dict[str, Any] = Enquiry.objects.aggregate(
            new=Count("pk", filter=Q(status=EnquiryStatus.NEW)),
            unsent=Count("pk", filter=is_kept & is_late),
            overdue=Count("pk", filter=is_kept & Q(kept_until__lt=timezone.localdate())),
        )
        return counts
