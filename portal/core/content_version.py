"""Keeps the version of public content in step with what is saved, and tells what each version has changed."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

CONTENT_APPS = frozenset(
    {"core", "exports", "figures", "industries", "longread", "media", "technopolis", "wagtailredirects"}
)
SITE_MODELS = frozenset({"wagtailcore.site", "wagtailcore.locale", "wagtailcore.pageviewrestriction"})
SILENT_MODELS = frozenset({"core.contentversion", "core.contentchange", "technopolis.enquiry"})
VERSIONS_KEPT = 500
MOST_RECORDS_TOLD = 200

Change = tuple[str, str]
EVERYTHING: Change = ("", "")


class VersionRaise:
    """Raises the version when a transaction ends, and tells what the transaction has changed."""

    def __init__(self) -> None:
        self.changes: set[Change] = set()

    def add(self, changes: Iterable[Change]) -> None:
        """Note what has changed; a long list becomes «all of a kind»."""
        self.changes.update(changes)
        if len(self.changes) > MOST_RECORDS_TOLD:
            self.changes = {(label, "") for label, _record in self.changes}

    def __call__(self) -> None:
        """Add one to the version in a transaction of its own, so that the row is locked for an instant only.

        While it is locked nobody else raises it: what a version has changed is there as soon as its number is.
        """
        with transaction.atomic():
            number = _next_number()
            log = apps.get_model("core", "ContentChange").objects
            log.bulk_create(
                log.model(version=number, label=label, record=record) for label, record in sorted(self.changes)
            )
            log.filter(version__lte=number - VERSIONS_KEPT).delete()


def _next_number() -> int:
    versions = apps.get_model("core", "ContentVersion").objects
    row = versions.filter(pk=versions.model.SINGLE_ROW)
    if not row.update(number=F("number") + 1):
        versions.get_or_create(pk=versions.model.SINGLE_ROW)
    return row.values_list("number", flat=True).get()


def _pending() -> VersionRaise | None:
    return next((entry[1] for entry in connection.run_on_commit if isinstance(entry[1], VersionRaise)), None)


def change_is_pending() -> bool:
    """Tell whether the open transaction has changed content that other transactions can't see yet."""
    return _pending() is not None


def content_changed(sender: Any = None, **kwargs: Any) -> None:
    """Raise the version once the open transaction commits; several changes in one raise it once.

    ``sender`` and ``instance`` say what has changed, as signals do; without an instance it is all of the sender's
    kind, without a sender everything.
    """
    if kwargs.get("raw"):
        return
    records_changed(sender, [kwargs["instance"].pk] if kwargs.get("instance") is not None else [""])


def records_changed(model: type[models.Model] | None, keys: Iterable[Any]) -> None:
    """Raise the version once the open transaction commits, for the records of ``model`` with these primary keys."""
    label = model._meta.label_lower if model else ""
    changes = {(label, str(key)) for key in keys} if label else {EVERYTHING}
    pending = _pending()
    if pending is not None:
        pending.add(changes)
        return
    raising = VersionRaise()
    raising.add(changes)
    transaction.on_commit(raising)


def record_changed(sender: Any, **kwargs: Any) -> None:
    """Answer the saving or deleting of any record: only content counts."""
    label = sender._meta.label_lower
    is_of_a_migration = apps.all_models[sender._meta.app_label].get(sender._meta.model_name) is not sender
    if label in SILENT_MODELS or is_of_a_migration:
        return
    if sender._meta.app_label in CONTENT_APPS or label in SITE_MODELS:
        content_changed(sender, **kwargs)


def links_changed(sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Answer a change of a relation of many to many: both sides may show it."""
    if not action.startswith("post_"):
        return
    record_changed(type(instance), instance=instance)
    if reverse:
        record_changed(kwargs["model"])


def connect() -> None:
    """Listen to every change that may alter a public page."""
    for signal in (post_save, post_delete):
        signal.connect(record_changed, dispatch_uid=f"content-version-{id(signal)}")
    m2m_changed.connect(links_changed, dispatch_uid="content-version-links")
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(content_changed, dispatch_uid=f"content-version-{id(signal)}")
