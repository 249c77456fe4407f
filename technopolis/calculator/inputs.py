"""What the visitor gives: named, bounded, understood however it is typed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.numbers import format_number

MOST_ROUBLES = Decimal(10) ** 13
MOST_YEARS = 30
EARLIEST, LATEST = 2020, 2060


@dataclass(frozen=True)
class Inputs:
    """One question to the calculator; sums are in roubles, a year."""

    profit: Decimal
    property_value: Decimal
    land_value: Decimal
    equipment: Decimal
    duty_percent: Decimal
    start_year: int
    years: int


class TypedNumberField(forms.DecimalField):
    """A number as people type it: «100 000 000», «12,5»; empty means nought."""

    def __init__(self, *, most: Decimal, **kwargs: Any) -> None:
        self.most = most
        super().__init__(
            required=False,
            min_value=Decimal(0),
            max_value=most,
            max_digits=20,
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 40}),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        """Return the number; an empty field is nought.

        Raises:
            ValidationError: it is no number.
        """
        typed = "".join(str(value or "0").split()).replace(",", ".").replace("\u2212", "-")
        if not set(typed) <= set("-.0123456789"):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(typed) or Decimal(0)

    def refusals(self) -> dict[str, str]:
        """Return the messages, each naming the field and its bounds."""
        bounds = {"name": str(self.label), "most": format_number(self.most)}
        refusal = _escaped(_("%(name)s: впишите число от 0 до %(most)s.") % bounds)
        exact = _escaped(_("%(name)s: не больше двух знаков после запятой.") % bounds)
        kinds = ("invalid", "min_value", "max_value", "max_digits", "max_whole_digits")
        return {**dict.fromkeys(kinds, refusal), "max_decimal_places": exact}


class WholeNumberField(forms.IntegerField):
    """A whole number between two bounds."""

    def refusals(self) -> dict[str, str]:
        """Return the messages, each naming the field and its bounds."""
        bounds = {"name": str(self.label), "least": self.min_value, "most": self.max_value}
        refusal = _escaped(_("%(name)s: впишите целое число от %(least)d до %(most)d.") % bounds)
        return dict.fromkeys(("required", "invalid", "min_value", "max_value"), refusal)


class CalculatorForm(forms.Form):
    """The calculator's questions; every refusal names its field."""

    profit = TypedNumberField(label=gettext_lazy("Прибыль до налога, руб. в год"), most=MOST_ROUBLES)
    property_value = TypedNumberField(label=gettext_lazy("Среднегодовая стоимость имущества, руб."), most=MOST_ROUBLES)
    land_value = TypedNumberField(
        label=gettext_lazy("Кадастровая стоимость участка, руб."),
        most=MOST_ROUBLES,
        help_text=gettext_lazy("Если участок в собственности: аренду расчёт не считает."),
    )
    equipment = TypedNumberField(label=gettext_lazy("Ввозимое оборудование, руб."), most=MOST_ROUBLES)
    duty_percent = TypedNumberField(
        label=gettext_lazy("Ставка пошлины на оборудование, %"),
        most=Decimal(100),
        help_text=gettext_lazy("Она зависит от кода товара: посмотрите в таможенном тарифе. Пусто — ноль."),
    )
    start_year = WholeNumberField(label=gettext_lazy("Год начала"), min_value=EARLIEST, max_value=LATEST)
    years = WholeNumberField(label=gettext_lazy("На сколько лет"), min_value=1, max_value=MOST_YEARS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages.update(field.refusals())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a question with nothing in it, or with two answers where one is wanted."""
        cleaned = super().clean() or {}
        for name in self._named_twice():
            label = str(self.fields[name].label)
            self.add_error(name, _("%(name)s: в адресе разные значения. Оставьте одно.") % {"name": label})
        sums = ("profit", "property_value", "land_value", "equipment")
        if not self.errors and not any(cleaned.get(name) for name in sums):
            raise ValidationError(_("Впишите хотя бы одну сумму: прибыль, имущество, участок или оборудование."))
        return cleaned

    def _named_twice(self) -> list[str]:
        """Return the fields the address gives several different values."""
        if not isinstance(self.data, MultiValueDict):
            return []
        return [name for name in self.fields if len(set(self.data.getlist(name))) > 1]

    def inputs(self) -> Inputs:
        """Return the question; only of a valid form."""
        return Inputs(**self.cleaned_data)


def _escaped(message: str) -> str:
    """Return the message ready for Django, which fills parameters into it."""
    return message.replace("%", "%%")
