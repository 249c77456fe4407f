"""The daily letters: what waits for moderators, and whose rights end soon."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from media.enums import CreditStatus
from media.letters import full_url, moderators, write
from media.models import Photo, SentNotice

_DIGEST = "media/letters/digest.txt"
DAYS_BEFORE_EXPIRY = (3, 14, 30)


def send_once(key: str, send: Callable[[], Any]) -> bool:
    """Send unless that was done under ``key``; a letter that fails is tried again by the next run."""
    try:
        with transaction.atomic():
            SentNotice.objects.create(key=key)
            send()
    except IntegrityError:
        return False
    return True


def send_digest() -> int:
    """Tell each moderator once a day what waits; nobody is written to when nothing does."""
    waiting = Photo.objects.filter(credit_status=CreditStatus.PENDING).order_by("created_at", "pk")
    count = waiting.count()
    if not count:
        return 0
    queue = full_url(f"{reverse('credits:index')}?credit_status={CreditStatus.PENDING}")
    context = {"count": count, "oldest": list(waiting[:5]), "url": queue}
    subject = _("Очередь подписей: %(count)d") % {"count": count}
    day = timezone.localdate().isoformat()
    sent = [
        send_once(f"digest/{day}/{person.pk}", partial(write, [person], subject, _DIGEST, context))
        for person in moderators()
    ]
    return sum(sent)


def send_expiry_notices() -> int:
    """Tell uploaders and moderators 30, 14 and 3 days before rights end; a missed day is made up for."""
    today = timezone.localdate()
    last_day = today + timedelta(days=max(DAYS_BEFORE_EXPIRY))
    ending = Photo.objects.filter(
        credit_status=CreditStatus.APPROVED, rights_valid_until__gte=today, rights_valid_until__lte=last_day
    ).select_related("uploaded_by_user")
    letters: dict[Any, list[tuple[str, Photo]]] = defaultdict(list)
    everybody = list(moderators())
    for photo in ending.order_by("rights_valid_until", "pk"):
        days_left = ((photo.rights_valid_until or today) - today).days
        stage = next(days for days in DAYS_BEFORE_EXPIRY if days_left <= days)
        people = {person.pk: person for person in [*everybody, photo.uploaded_by_user] if person is not None}
        for person in people.values():
            letters[person].append((f"expiry/{photo.pk}/{photo.rights_valid_until}/{stage}/{person.pk}", photo))
    return sum(_tell_of_expiry(person, entries) for person, entries in letters.items())


def _tell_of_expiry(person: Any, entries: Iterable[tuple[str, Photo]]) -> bool:
    sent = set(SentNotice.objects.filter(key__in=[key for key, _photo in entries]).values_list("key", flat=True))
    fresh = [(key, photo) for key, photo in entries if key not in sent]
    if not fresh:
        return False
    rows = [
        {"title": photo.title, "day": photo.rights_valid_until, "url": full_url(_edit_url(photo))}
        for _key, photo in fresh
    ]
    try:
        with transaction.atomic():
            SentNotice.objects.bulk_create([SentNotice(key=key) for key, _photo in fresh])
            write([person], _("Права на снимки кончаются: %(count)d") % {"count": len(rows)},
                  "media/letters/expiry.txt", {"rows": rows})  # fmt: skip
    except IntegrityError:
        return False
    return True


def _edit_url(photo: Photo) -> str:
    return reverse("wagtailimages:edit", args=[photo.pk])
