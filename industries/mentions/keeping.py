"""Keeps the public texts in step with what is published, withdrawn, moved and deleted."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from industries.mentions.kinds import TextKind, text_kinds
from industries.mentions.matching import words_in_order
from industries.models import PublicText

LONGEST_TITLE = 255


def keep_text(kind: TextKind, key: int) -> None:
    """Keep the text of one thing as visitors read it now; forget it where they see it no longer."""
    thing = kind.public().filter(pk=key).first()
    kept = PublicText.objects.filter(kind=kind.name, key=key)
    with translation.override(settings.LANGUAGE_CODE):
        read = kind.read(thing) if thing is not None else None
        if read is None or not read.url:
            kept.delete()
            return
        text = "\n".join(part for part in (read.title, *read.texts) if part)
    values = {"title": read.title[:LONGEST_TITLE], "url": read.url, "text": text, "words": words_in_order(text)}
    PublicText.objects.update_or_create(kind=kind.name, key=key, defaults=values)


def keep_all_texts() -> int:
    """Read every public text anew and return how many there are, for what was written past the signals."""
    for kind in text_kinds():
        keys = list(kind.public().values_list("pk", flat=True))
        PublicText.objects.filter(kind=kind.name).exclude(key__in=keys).delete()
        for key in keys:
            keep_text(kind, key)
    return PublicText.objects.count()


def _record_changed(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    for kind in text_kinds():
        if issubclass(sender, kind.model):
            _keep_after_commit(kind, instance.pk)


def _keep_after_commit(kind: TextKind, key: int) -> None:
    """Read the text once it is public; whatever is wrong with it, what else follows the commit is done."""

    def keep() -> None:
        keep_text(kind, key)

    transaction.on_commit(keep, robust=True)


def _page_moved(instance: Page, **kwargs: Any) -> None:
    for page in instance.get_descendants(inclusive=True):
        _record_changed(Page, page)


def connect() -> None:
    """Listen to whatever may change a public text."""
    for signal in (post_save, post_delete):
        signal.connect(_record_changed, dispatch_uid=f"public-texts-{id(signal)}")
    for signal in (post_page_move, page_slug_changed):
        signal.connect(_page_moved, dispatch_uid=f"public-texts-{id(signal)}")
