"""The forms of the acts on a figure's values."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.snippets.widgets import AdminSnippetChooser

from portal.figures.enums import ValueStatus
from portal.figures.models import FigureValue, Source
from portal.figures.widgets import NumberInput, PartialDateInput

PUBLIC_FIELDS = ["comparator", "value", "period", "comparison_base", "period_note", "as_of", "source", "status", "kind"]
WITHOUT_SOURCE = _("Подтверждённому значению нужен источник. Выберите его или поставьте «не проверено».")
ACT_FIELDS = ("shown", "reason", "public_note", "review_day")


def reason_field() -> forms.CharField:
    """Return the field every act asks for."""
    return forms.CharField(
        label=_("На чём основано"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Кто сообщил, что проверено. Остаётся в истории цифры; на сайте не показывается."),
    )


class ValueForm(forms.ModelForm):
    """A value of a figure as editors type it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = FigureValue
        fields = [*PUBLIC_FIELDS, "review_on", "note"]
        field_classes = {"value": forms.DecimalField}
        widgets = {
            "value": NumberInput,
            "source": AdminSnippetChooser(Source, icon="link"),
            "as_of": PartialDateInput,
            "review_on": AdminDateInput,
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].required = True

    def clean(self) -> dict[str, Any]:
        """Say at the source's own field that a confirmed number needs one."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("status") == ValueStatus.CONFIRMED and cleaned.get("source") is None:
            self.add_error("source", WITHOUT_SOURCE)
        return cleaned


class UpdateForm(ValueForm):
    """A value of a new time."""

    shown = forms.BooleanField(
        label=_("Показывать на сайте вместо прежнего"),
        required=False,
        initial=True,
        help_text=_("Без отметки значение ляжет в историю цифры: так дописывают прошлые годы."),
    )
    reason = reason_field()


class CorrectForm(ValueForm):
    """A stored value with what was wrong in it amended."""

    reason = reason_field()
    public_note = forms.CharField(
        label=_("Пояснение для читателя"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Что исправлено и почему: показывается на странице цифры и в ленте изменений."),
    )


class ReviewForm(forms.Form):
    """The value still holds; when to look again."""

    review_on = forms.DateField(label=_("Пересмотреть снова"), widget=AdminDateInput)
    reason = reason_field()

    def clean_review_on(self) -> date:
        """Refuse a day that has passed: the figure would be due again at once."""
        day: date = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise ValidationError(_("Назовите день, который ещё впереди."))
        return day
