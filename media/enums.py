"""Closed lists of photo rights."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CreditStatus(models.TextChoices):
    """Where the decision on a photo's credit stands."""

    DRAFT = "draft", _("черновик")
    PENDING = "pending", _("ждёт решения")
    APPROVED = "approved", _("одобрено")
    REJECTED = "rejected", _("отклонено")
    DISPUTED = "disputed", _("оспорено")
    REVOKED = "revoked", _("отозвано")
    EXPIRED = "expired", _("срок истёк")
    WITHDRAWN = "withdrawn", _("снято загрузившим")


# A withdrawn photo is in the journal only: no list and no chooser knows it.
SHOWN_STATUSES = tuple(status for status in CreditStatus if status != CreditStatus.WITHDRAWN)

LEGAL_TRANSITIONS: dict[str, frozenset[str]] = {
    CreditStatus.DRAFT: frozenset({CreditStatus.PENDING, CreditStatus.WITHDRAWN}),
    CreditStatus.PENDING: frozenset(
        {
            CreditStatus.APPROVED,
            CreditStatus.REJECTED,
            CreditStatus.DISPUTED,
            CreditStatus.DRAFT,
            CreditStatus.WITHDRAWN,
        }
    ),
    CreditStatus.APPROVED: frozenset(
        {CreditStatus.REVOKED, CreditStatus.EXPIRED, CreditStatus.DISPUTED, CreditStatus.PENDING}
    ),
    CreditStatus.REJECTED: frozenset({CreditStatus.PENDING}),
    CreditStatus.DISPUTED: frozenset(
        {CreditStatus.PENDING, CreditStatus.APPROVED, CreditStatus.REJECTED, CreditStatus.REVOKED}
    ),
    CreditStatus.REVOKED: frozenset({CreditStatus.PENDING}),
    CreditStatus.EXPIRED: frozenset({CreditStatus.PENDING}),
    CreditStatus.WITHDRAWN: frozenset(),
}


class BasisOfUse(models.TextChoices):
    """What gives the portal the right to show a photo."""

    OWN = "own", _("собственная съёмка или рисунок")
    CONTRACT = "contract", _("договор")
    LETTER = "letter", _("письмо правообладателя")
    CC_BY = "cc-by", _("лицензия CC BY")
    CC_BY_SA = "cc-by-sa", _("лицензия CC BY-SA")
    PUBLIC_DOMAIN = "public-domain", _("общественное достояние")


class PeopleShown(models.TextChoices):
    """Who can be recognised in a photo, and by what right they are shown."""

    NONE = "none", _("людей нет")
    PUBLIC_EVENT = "public-event", _("публичное мероприятие")
    CONSENT = "consent", _("согласие приложено")
    NO_CONSENT = "no-consent", _("согласия нет")


class SourceType(models.TextChoices):
    """How a picture came to be; values are terms of the IPTC digital source type vocabulary."""

    PHOTOGRAPH = "digitalCapture", _("фотография")
    DRAWING = "digitalArt", _("рисунок")
    COMPOSITE = "composite", _("коллаж")
    AI_GENERATED = "trainedAlgorithmicMedia", _("создано ИИ")
