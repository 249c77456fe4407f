"""Loads rights holders, drawn plates with their decisions, and the places that wait for a photo."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image as PillowImage

from media.decisions import decide
from media.enums import BasisOfUse, CreditStatus, PeopleShown, SourceType
from media.models import Photo, PhotoSlot, ReasonTemplate, RightsHolder
from portal.accounts.models import User
from portal.demo.loading.content import PLATES_DIR, plates, read

# The states the moderator's list shows besides approved ones, and how each is reached.
DEMONSTRATION_STATES: dict[str, list[tuple[str, str]]] = {
    CreditStatus.PENDING: [],
    CreditStatus.REJECTED: [(CreditStatus.REJECTED, _("Демонстрация: нет письма правообладателя."))],
    CreditStatus.DISPUTED: [(CreditStatus.DISPUTED, _("Демонстрация: автор просит другую подпись."))],
    CreditStatus.REVOKED: [
        (CreditStatus.APPROVED, ""),
        (CreditStatus.REVOKED, _("Демонстрация: правообладатель отозвал разрешение.")),
    ],
    CreditStatus.EXPIRED: [(CreditStatus.APPROVED, ""), (CreditStatus.EXPIRED, "")],
}


def load_holders() -> dict[str, RightsHolder]:
    """Load the rights holders by their key in the content file."""
    holders = read("article.json")["rights_holders"]
    return {
        key: RightsHolder.objects.get_or_create(name=values["name"], defaults=values)[0]
        for key, values in holders.items()
    }


def load_plates(
    holder: RightsHolder, editor: User, moderator: User, progress: Callable[[str], None]
) -> dict[str, Photo]:
    """Load every drawn plate as an approved picture; return them by slug."""
    loaded = {}
    for number, plate in enumerate(plates(), start=1):
        progress(_("Рисунки: %(number)d из %(total)d") % {"number": number, "total": len(plates())})
        photo = Photo.objects.filter(title=plate["title"], rights_holder=holder).first()
        if photo is None:
            content = ContentFile((PLATES_DIR / plate["file"]).read_bytes(), name=plate["file"])
            photo = _drawing(plate["title"], plate["alt"], content, holder, editor)
            decide(photo, CreditStatus.PENDING, editor)
            decide(photo, CreditStatus.APPROVED, moderator)
        loaded[plate["slug"]] = photo
    return loaded


def load_demonstration_photos(holder: RightsHolder, editor: User, moderator: User) -> None:
    """Load pictures in every other state, marked as demonstration, so that the moderator's list is not empty."""
    for position, (status, steps) in enumerate(DEMONSTRATION_STATES.items()):
        title = _("Демонстрация: %(status)s") % {"status": CreditStatus(status).label}
        if Photo.objects.filter(title=title).exists():
            continue
        alt = _("Схематический рисунок: ровный лист металла")
        photo = _drawing(title, alt, _plain_sheet(position), holder, editor)
        decide(photo, CreditStatus.PENDING, editor)
        for step, reason in steps:
            if step == CreditStatus.EXPIRED:
                Photo.objects.filter(pk=photo.pk).update(rights_valid_until=date(2026, 1, 31))
            decide(photo, step, moderator, reason)
    draft = _("Демонстрация: черновик без прав")
    if not Photo.objects.filter(title=draft).exists():
        Photo.objects.create(title=draft, file=_plain_sheet(9), uploaded_by_user=editor)


def load_slots(holder: RightsHolder, photos: dict[str, Photo]) -> None:
    """Load the places that wait for a photo of the press service."""
    for slot in read("article.json")["photo_slots"]:
        values = {"rights_holder": holder, "credit_line": holder.credit_line, "stand_in": photos[slot["stand_in"]]}
        PhotoSlot.objects.get_or_create(name=slot["name"], defaults=values)


def load_reason_templates() -> None:
    """Load the reasons moderators give often; those that editors have changed since stay as they are."""
    if ReasonTemplate.objects.exists():
        return
    for position, template in enumerate(read("moderation.json")["reason_templates"]):
        ReasonTemplate.objects.create(position=position, **template)


def _drawing(title: str, alt: str, content: ContentFile, holder: RightsHolder, editor: User) -> Photo:
    values: dict[str, Any] = {
        "basis": BasisOfUse.OWN, "people_shown": PeopleShown.NONE, "source_type": SourceType.DRAWING,
        "rights_holder": holder, "creator": holder.name,
    }  # fmt: skip
    return Photo.objects.create(title=title, alt_text=alt, file=content, uploaded_by_user=editor, **values)


def _plain_sheet(position: int) -> ContentFile:
    output = io.BytesIO()
    shade = 60 + position * 14
    PillowImage.new("RGB", (1200, 750), (shade, shade + 10, shade + 20)).save(output, "PNG")
    return ContentFile(output.getvalue(), name=f"demonstration-{position}.png")
