"""What a number counts: the unit's kind, its words and its symbol in both languages."""

from dataclasses import dataclass, field, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.core.numbers.agreement import NounForms


class UnitKind(TextChoices):
    """How a unit joins its number."""

    COUNT = "count", _("счёт предметов или людей")
    MEASURE = "measure", _("мера: гектары, метры, годы")
    MONEY = "money", _("деньги")
    PERCENT = "percent", _("процент")
    CHANGE_PERCENT = "change-percent", _("изменение в процентах")
    MULTIPLE = "multiple", _("во сколько раз")
    INDEX = "index", _("индекс без единицы")


class Scale(TextChoices):
    """The power of ten a value is given in. Of the abbreviations only «тыс.» keeps its full stop."""

    NONE = "", _("единицы")
    THOUSAND = "thousand", _("тыс.")
    MILLION = "million", _("млн")
    BILLION = "billion", _("млрд")
    TRILLION = "trillion", _("трлн")

    @property
    def power(self) -> int:
        """How many zeros the scale stands for."""
        return _SCALE_POWERS[self]

    @property
    def abbreviation(self) -> str:
        """The Russian abbreviation shown after a number."""
        return _SCALE_ABBREVIATIONS[self]

    @property
    def forms(self) -> NounForms:
        """The Russian noun spoken after a number."""
        return _SCALE_FORMS[self]


_SCALE_POWERS = {Scale.NONE: 0, Scale.THOUSAND: 3, Scale.MILLION: 6, Scale.BILLION: 9, Scale.TRILLION: 12}
_SCALE_ABBREVIATIONS = {
    Scale.NONE: "",
    Scale.THOUSAND: "тыс.",
    Scale.MILLION: "млн",
    Scale.BILLION: "млрд",
    Scale.TRILLION: "трлн",
}
_SCALE_FORMS = {
    Scale.NONE: NounForms(),
    Scale.THOUSAND: NounForms("тысяча", "тысячи", "тысяч"),
    Scale.MILLION: NounForms("миллион", "миллиона", "миллионов"),
    Scale.BILLION: NounForms("миллиард", "миллиарда", "миллиардов"),
    Scale.TRILLION: NounForms("триллион", "триллиона", "триллионов"),
}


@dataclass(frozen=True)
class UnitForms:
    """A unit as the formatter needs it; the units themselves are records kept by editors.

    ``symbol`` is what is shown after the digits («га», «руб.»); without one the noun is written out and agrees with
    its number. ``scale`` says in which power of ten the value is given («27,3» with "billion" is «27,3 млрд»).
    """

    kind: str = UnitKind.COUNT
    forms: NounForms = field(default_factory=NounForms)
    symbol: str = ""
    scale: str = Scale.NONE
    english_one: str = ""
    english_other: str = ""
    english_symbol: str = ""

    @property
    def spoken_forms(self) -> NounForms:
        """The Russian noun read aloud, known also for common symbols whose unit has no words of its own."""
        known = _KNOWN_SYMBOLS.get(self.symbol)
        if self.forms or known is None:
            return self.forms
        return known.forms

    def with_symbol(self, symbol: str, english_symbol: str = "") -> "UnitForms":
        """Return the same unit shown by another symbol: «₽» instead of «руб.»."""
        return replace(self, symbol=symbol, english_symbol=english_symbol)

    def with_scale(self, scale: Scale) -> "UnitForms":
        """Return the same unit for values given in another power of ten."""
        return replace(self, scale=scale)

    def completed(self) -> "UnitForms":
        """Return the unit with what is missing filled in for common symbols; others stay as they are."""
        known = _KNOWN_SYMBOLS.get(self.symbol)
        if known is None or self.english_one or self.english_other or self.english_symbol:
            return self
        return replace(
            self,
            english_one=known.english_one,
            english_other=known.english_other,
            english_symbol=known.english_symbol,
        )


PERCENT = UnitForms(UnitKind.PERCENT, NounForms("процент", "процента", "процентов"), "%", "", "percent", "percent", "%")
CHANGE_PERCENT = replace(PERCENT, kind=UnitKind.CHANGE_PERCENT)
MULTIPLE = UnitForms(
    UnitKind.MULTIPLE, NounForms("раз", "раза", "раз", "раза"), english_one="time", english_other="times"
)
ROUBLES = UnitForms(
    UnitKind.MONEY, NounForms("рубль", "рубля", "рублей"), "руб.", english_one="rouble", english_other="roubles"
)
HECTARES = UnitForms(
    UnitKind.MEASURE, NounForms("гектар", "гектара", "гектаров"), "га", "", "hectare", "hectares", "ha"
)
SQUARE_METRES = UnitForms(
    UnitKind.MEASURE,
    NounForms("квадратный метр", "квадратных метра", "квадратных метров", "квадратного метра"),
    "м²",
    "",
    "square metre",
    "square metres",
    "m²",
)
YEARS = UnitForms(UnitKind.MEASURE, NounForms("год", "года", "лет"), english_one="year", english_other="years")

_KNOWN_SYMBOLS = {
    "%": PERCENT,
    "руб.": ROUBLES,
    "₽": ROUBLES,
    "га": HECTARES,
    "м²": SQUARE_METRES,
}
