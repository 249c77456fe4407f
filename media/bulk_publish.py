"""Publishing many pages at once: the clean ones go live, the rest are named with their reasons."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page


class GatedPublishBulkAction(PublishBulkAction):
    """Wagtail's action with every page published by itself; one refusal neither crashes nor undoes the others."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Publish what may be public, then say what may not and why."""
        self.refused: list[tuple[Page, ValidationError]] = []
        response = super().form_valid(form)
        for page, refusal in self.refused:
            reasons = format_html_join(" ", "{}", ((message,) for message in refusal.messages))
            text = format_html(_("«{}» не опубликована. {}"), page.get_admin_display_title(), reasons)
            messages.warning(self.request, text)
        return response

    def get_execution_context(self) -> dict[str, Any]:
        """Let the refusals be collected for the message."""
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Sequence[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: list[tuple[Page, ValidationError]] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Publish ``objects`` and, if asked, their draft descendants; return how many of each went live."""
        refusals = refused if refused is not None else []
        parents = sum(cls._publish(page, user, refusals) for page in objects)
        if not include_descendants:
            return parents, 0
        children = sum(cls._publish(page, user, refusals) for parent in objects for page in cls._drafts(parent, user))
        return parents, children

    @staticmethod
    def _drafts(parent: Page, user: Any) -> Iterator[Page]:
        for page in parent.get_descendants().not_live().defer_streamfields().specific().iterator():
            if user is None or page.permissions_for_user(user).can_publish():
                yield page

    @staticmethod
    def _publish(page: Page, user: Any, refusals: list[tuple[Page, ValidationError]]) -> bool:
        try:
            with transaction.atomic():
                refuse_alias(page)
                revision = page.get_latest_revision() or page.specific.save_revision(user=user)
                revision.publish(user=user)
        except ValidationError as refusal:
            refusals.append((page, refusal))
            return False
        return True


def refuse_alias(page: Page) -> None:
    """Refuse a page that repeats another: it has no revisions of its own.

    Raises:
        ValidationError: the page is an alias.
    """
    if page.alias_of_id is not None:
        raise ValidationError(_("Страница повторяет другую и публикуется вместе с ней: опубликуйте ту."))
