"""The end of an approval: what may not be public yet waits for its photos instead of failing."""

from importlib import import_module
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone


def publish_or_hold(workflow_state: Any, user: Any = None) -> None:
    """Publish what was approved; if a photo keeps it back, put it on the schedule as due, so that it is released.

    Named in ``WAGTAIL_FINISH_WORKFLOW_ACTION``. The text is approved by whoever the workflow names, so their own
    right to publish is not asked again.
    """
    revision = workflow_state.content_object.get_latest_revision()
    try:
        revision.publish(user=user, skip_permission_checks=True)
    except ValidationError as refusal:
        # Imported by Wagtail's models while they are being loaded, so only now may this module reach for them.
        held = _scheduling()
        revision.approved_go_live_at = timezone.now()
        revision.save(update_fields=["approved_go_live_at"])
        held.hold(revision, refusal)


def _scheduling() -> Any:
    return import_module("media.scheduling")
