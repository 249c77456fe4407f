"""The form of an enquiry and its traps for machines; no third party is asked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from technopolis.models import Enquiry, Site
from technopolis.models.enquiry import KEPT_DAYS

LEAST_SECONDS = 3
MOST_SECONDS = 24 * 3600
REQUIRED = {
    "name": gettext_lazy("Впишите имя, чтобы к вам обратились."),
    "email": gettext_lazy("Впишите адрес почты: на него придёт ответ."),
    "message": gettext_lazy("Впишите вопрос."),
}
_signer = TimestampSigner(salt="technopolis.enquiry")


def new_stamp() -> str:
    """Return the mark of the moment the form was shown; it can't be forged."""
    return _signer.sign("form")


def consent_text() -> str:
    """Return what the visitor agrees to; it is stored with the enquiry as it was shown."""
    return _(
        "Согласен на обработку указанных данных, чтобы получить ответ на обращение. "
        "Данные видит только ответственный за обращения, через %(days)d дней они стираются."
    ) % {"days": KEPT_DAYS}


class EnquiryForm(forms.ModelForm):
    """A question about a site."""

    site = forms.ModelChoiceField(
        Site.objects.none(),
        label=gettext_lazy("Площадка"),
        to_field_name="slug",
        error_messages={
            "required": gettext_lazy("Выберите площадку, о которой спрашиваете."),
            "invalid_choice": gettext_lazy("Такой площадки нет: выберите из перечня."),
        },
    )
    consent = forms.BooleanField(
        error_messages={"required": gettext_lazy("Без согласия на обработку данных обращение не принять.")}
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Enquiry
        fields = ["site", "name", "email", "phone", "company", "message"]
        widgets = {"message": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, sites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites  # type: ignore[attr-defined]
        self.fields["consent"].label = consent_text()
        self.fields["website"].label = _("Не заполняйте это поле")
        for name, message in REQUIRED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
        for name in ("phone", "company"):
            self.fields[name].help_text = _("необязательно")
        self.fields["site"].empty_label = _("Выберите площадку")  # type: ignore[attr-defined]
        for name, kind in (("name", "name"), ("email", "email"), ("phone", "tel"), ("company", "organization")):
            self.fields[name].widget.attrs["autocomplete"] = kind
        self.fields["phone"].validators.append(
            RegexValidator(r"^[\d+() -]*\Z", _("Телефон: только цифры, пробелы, скобки, «+» и «-»."))
        )

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """The fields a person fills in, besides the consent."""
        return [self[name] for name in self.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was filled in faster than a person can, shown too long ago, or where nobody sees.

        Raises:
            ValidationError: it was; said above the form, as a person may not see the field.
        """
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise ValidationError(
                _("Обращение похоже на автоматическое: было заполнено скрытое поле. Оно очищено, отправьте ещё раз.")
            )
        try:
            _signer.unsign(cleaned.get("stamp", ""), max_age=MOST_SECONDS)
        except SignatureExpired as error:
            raise ValidationError(_("Форма открыта слишком давно. Отправьте её ещё раз.")) from error
        except BadSignature as error:
            raise ValidationError(_("Форма неполна. Откройте страницу заново и отправьте ещё раз.")) from error
        if self._was_too_fast(cleaned["stamp"]):
            raise ValidationError(_("Слишком быстро. Подождите несколько секунд и отправьте ещё раз."))
        return cleaned

    def _was_too_fast(self, stamp: str) -> bool:
        try:
            _signer.unsign(stamp, max_age=LEAST_SECONDS)
        except SignatureExpired:
            return False
        return True
