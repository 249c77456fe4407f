"""What must be known of a photo before it may be approved: one set of rules for words and for the database."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.enums import BasisOfUse, CreditStatus, PeopleShown

if TYPE_CHECKING:
    from media.models.photo import Photo

DOCUMENTED = (BasisOfUse.CONTRACT, BasisOfUse.LETTER)
LICENSED = (BasisOfUse.CC_BY, BasisOfUse.CC_BY_SA)


def missing_rights(photo: "Photo") -> list[str]:
    """Return what a moderator needs before deciding and nobody has filled in."""
    required: dict[str, str | Promise] = {
        "rights_holder_id": _("правообладатель"),
        "basis": _("основание"),
        "people_shown": _("люди в кадре"),
    }
    if not photo.is_decorative:
        required["alt_text"] = _("описание для незрячих")
    if photo.basis in DOCUMENTED:
        required["basis_document"] = _("документ-основание")
    if photo.basis in LICENSED:
        required |= {"creator": _("автор"), "license_url": _("адрес лицензии"), "source_url": _("адрес источника")}
    if photo.people_shown == PeopleShown.CONSENT:
        required["consent_document"] = _("согласие")
    return [str(label) for name, label in required.items() if not getattr(photo, name)]


def _approved_only_with(condition: models.Q, name: str, message: Any) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~models.Q(credit_status=CreditStatus.APPROVED) | condition,
        name=f"media_photo_approved_has_{name}",
        violation_error_message=message,
    )


APPROVAL_CONSTRAINTS: list[models.BaseConstraint] = [
    _approved_only_with(
        models.Q(is_decorative=True) | ~models.Q(alt_text=""),
        "alt",
        _("Одобренной фотографии нужно описание для незрячих."),
    ),
    _approved_only_with(
        ~models.Q(basis="") & models.Q(rights_holder__isnull=False),
        "rights",
        _("Одобренной фотографии нужны правообладатель и основание."),
    ),
    _approved_only_with(
        ~models.Q(basis__in=DOCUMENTED) | ~models.Q(basis_document=""),
        "document",
        _("Договору и письму нужен сам документ."),
    ),
    _approved_only_with(
        ~models.Q(basis__in=LICENSED) | ~(models.Q(creator="") | models.Q(license_url="") | models.Q(source_url="")),
        "license",
        _("Лицензии Creative Commons нужны автор, адрес лицензии и адрес источника."),
    ),
    _approved_only_with(
        ~models.Q(people_shown__in=("", PeopleShown.NO_CONSENT))
        & (~models.Q(people_shown=PeopleShown.CONSENT) | ~models.Q(consent_document="")),
        "consent",
        _("Одобренной фотографии нужен ответ о людях в кадре, а согласию — сам документ."),
    ),
]
