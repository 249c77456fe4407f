"""The desk in the admin's menu, with the number of credits that wait."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from media.desk.access import may_moderate
from media.enums import CreditStatus
from media.models import Credit


class ModerationMenuItem(MenuItem):
    """Shown to moderators; the number is that of the photos that wait, as the queue counts them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user decides on credits."""
        return may_moderate(request)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Add the number of waiting credits to the label, where there are any."""
        waiting = getattr(request, "waiting_credits", None)
        if waiting is None:
            waiting = Credit.objects.filter(credit_status=CreditStatus.PENDING).count()
        label = _("Подписи (%(count)d)") % {"count": waiting} if waiting else self.label
        return LinkMenuItem(
            self.name, label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=self.attrs
        )


class ReportMenuItem(MenuItem):
    """A report of the desk, shown to moderators."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user decides on credits."""
        return may_moderate(request)
