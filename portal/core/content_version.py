"""Keeps the version of public content in step with what is saved."""

from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

CONTENT_APPS = frozenset(
    {"core", "exports", "figures", "industries", "longread", "media", "technopolis", "wagtailredirects"}
)
SITE_MODELS = frozenset({"wagtailcore.site", "wagtailcore.locale", "wagtailcore.pageviewrestriction"})
SILENT_MODELS = frozenset({"core.contentversion", "technopolis.enquiry"})


def raise_version() -> None:
    """Add one to the version in a transaction of its own, so that the row is locked for an instant only."""
    version_model = apps.get_model("core", "ContentVersion")
    updated = version_model.objects.filter(pk=version_model.SINGLE_ROW).update(number=F("number") + 1)
    if not updated:
        version_model.objects.get_or_create(pk=version_model.SINGLE_ROW)


def change_is_pending() -> bool:
    """Tell whether the open transaction has changed content that other transactions can't see yet."""
    return any(entry[1] is raise_version for entry in connection.run_on_commit)


def content_changed(sender: Any = None, **kwargs: Any) -> None:
    """Raise the version once the open transaction commits; several changes in one raise it once."""
    if kwargs.get("raw") or change_is_pending():
        return
    transaction.on_commit(raise_version)


def record_changed(sender: Any, **kwargs: Any) -> None:
    """Answer the saving or deleting of any record: only content counts."""
    label = sender._meta.label_lower
    is_of_a_migration = apps.all_models[sender._meta.app_label].get(sender._meta.model_name) is not sender
    if label in SILENT_MODELS or is_of_a_migration:
        return
    if sender._meta.app_label in CONTENT_APPS or label in SITE_MODELS:
        content_changed(sender, **kwargs)


def connect() -> None:
    """Listen to every change that may alter a public page."""
    for signal in (post_save, post_delete):
        signal.connect(record_changed, dispatch_uid=f"content-version-{id(signal)}")
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(content_changed, dispatch_uid=f"content-version-{id(signal)}")
