"""An enquiry about a site: what a visitor asked, under which consent, until when it is kept."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from technopolis.enums import EnquiryStatus

# Letters and digits nobody mistakes for one another; ten of them can't be guessed.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
KEPT_DAYS = 180
PERSONAL_FIELDS = ("name", "email", "phone", "company", "message")


def refuse_unfit_responsible(person: Any) -> None:
    """Check that whoever is to answer enquiries may read them: the letter leads to personal data.

    Raises:
        ValidationError: they may not.
    """
    if person is not None and not may_answer(person):
        raise ValidationError(
            {
                "responsible": _(
                    "У этого человека нет права читать обращения. Добавьте его в группу «Ответственные за обращения»."
                )
            }
        )


def may_answer(person: Any) -> bool:
    """Tell whether the person may read enquiries and the personal data in them."""
    return bool(person.is_active and person.has_perm("technopolis.change_enquiry"))


def new_code() -> str:
    """Return a code for a new enquiry."""
    return "".join(secrets.choice(CODE_ALPHABET) for _position in range(CODE_LENGTH))


def last_day_kept() -> date:
    """Return until when the personal data of an enquiry sent today is kept."""
    return timezone.localdate() + timedelta(days=KEPT_DAYS)


class Enquiry(models.Model):
    """A question from a visitor; the code alone tells its public status, never who asked what.

    After :attr:`kept_until` the personal data is erased and the bare fact of the enquiry stays.
    """

    code = models.CharField(_("код"), max_length=CODE_LENGTH, unique=True, default=new_code, editable=False)
    site = models.ForeignKey(
        "technopolis.Site", verbose_name=_("площадка"), on_delete=models.PROTECT, related_name="enquiries"
    )
    name = models.CharField(_("имя"), max_length=120, blank=True)
    email = models.EmailField(_("электронная почта"), blank=True)
    phone = models.CharField(_("телефон"), max_length=40, blank=True)
    company = models.CharField(_("компания"), max_length=160, blank=True)
    message = models.TextField(_("вопрос"), max_length=4000, blank=True)
    consent_text = models.TextField(_("текст согласия"))
    consented_at = models.DateTimeField(_("согласие дано"), default=timezone.now)
    created_at = models.DateTimeField(_("получено"), default=timezone.now)
    kept_until = models.DateField(_("хранится до"), default=last_day_kept)
    erased_at = models.DateTimeField(_("данные стёрты"), null=True, blank=True, editable=False)
    letter_sent_at = models.DateTimeField(_("ответственный извещён"), null=True, blank=True, editable=False)
    status = models.CharField(_("состояние"), max_length=20, choices=EnquiryStatus.choices, default=EnquiryStatus.NEW)

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("code", read_only=True), FieldPanel("site", read_only=True)]),
                FieldPanel(
                    "status",
                    help_text=_(
                        "Видно тому, кто спросил, по коду. Ответьте письмом или по телефону, потом отметьте здесь."
                    ),
                ),
                FieldPanel("created_at", read_only=True),
            ],
            _("Обращение"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name", read_only=True), FieldPanel("company", read_only=True)]),
                FieldRowPanel([FieldPanel("email", read_only=True), FieldPanel("phone", read_only=True)]),
                FieldPanel("message", read_only=True),
            ],
            _("Персональные данные"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("consent_text", read_only=True),
                FieldRowPanel([FieldPanel("consented_at", read_only=True), FieldPanel("kept_until", read_only=True)]),
                FieldRowPanel([FieldPanel("erased_at", read_only=True), FieldPanel("letter_sent_at", read_only=True)]),
            ],
            _("Согласие и срок"),
        ),
    ]

    class Meta:
        verbose_name = _("обращение")
        verbose_name_plural = _("обращения")
        ordering = ["-created_at"]
        default_permissions = ("view", "change", "delete")
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(name="", email="", phone="", company="", message=""),
                name="technopolis_enquiry_erased_is_empty",
            ),
            models.CheckConstraint(condition=~Q(consent_text=""), name="technopolis_enquiry_has_consent"),
        ]

    def __str__(self) -> str:
        return self.code

    def erase(self) -> None:
        """Erase the personal data; the code and the status stay."""
        for name in PERSONAL_FIELDS:
            setattr(self, name, "")
        self.erased_at = timezone.now()
        self.save(update_fields=[*PERSONAL_FIELDS, "erased_at"])

    @property
    def status_text(self) -> str:
        """What the status means for whoever asked, in a sentence."""
        texts = {
            EnquiryStatus.NEW: _("Обращение принято, ответственный его увидит."),
            EnquiryStatus.IN_PROGRESS: _("Обращение в работе: ответ готовят."),
            EnquiryStatus.ANSWERED: _("На обращение ответили по указанному адресу почты."),
            EnquiryStatus.DECLINED: _("Обращение рассмотрено и оставлено без ответа."),
        }
        return str(texts[EnquiryStatus(self.status)])
