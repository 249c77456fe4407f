"""How each kind of period is worded; ``~`` marks a no-break space between a number and its word."""

from typing import NamedTuple

from portal.core.numbers.language import Language


class Wording(NamedTuple):
    """One kind of period by itself («октябрь 2025 года»), inside a sentence («в октябре 2025 года») and aloud."""

    text: str
    in_sentence: str
    spoken: str


ORDINALS: dict[Language, tuple[str, ...]] = {
    "ru": ("первое", "второе", "третье", "четвёртое"),
    "en": ("first", "second", "third", "fourth"),
}
MASCULINE_ORDINALS = ("первый", "второй", "третий", "четвёртый")

APPROXIMATELY: dict[Language, tuple[str, str]] = {
    "ru": ("{text} (примерно)", "примерно {text}"),
    "en": ("{text} (approximately)", "approximately {text}"),
}

_RUSSIAN = {
    "as-of": Wording(*["на {day}~{month_genitive} {year}~года"] * 3),
    "month": Wording("{month} {year}~года", "в {month_prepositional} {year}~года", "{month} {year} года"),
    "quarter": Wording(
        "{roman_quarter}~квартал {year}~года", "в~{roman_quarter}~квартале {year}~года", "{quarter} квартал {year} года"
    ),
    "half-year": Wording(
        "{roman_half}~полугодие {year}~года", "в~{roman_half}~полугодии {year}~года", "{half} полугодие {year} года"
    ),
    "nine-months": Wording("девять месяцев {year}~года", "за девять месяцев {year}~года", "девять месяцев {year} года"),
    "year": Wording("{year}~год", "в~{year}~году", "{year} год"),
    "years": Wording("{year}–{last_year}~годы", "в~{year}–{last_year}~годах", "с {year} по {last_year} год"),
    "years-since": Wording(*["с~{year}~года"] * 3),
    "years-until": Wording(*["до~{next_year}~года"] * 3),
    "years-over": Wording(*["за~{span}~{span_noun}"] * 3),
    "plan": Wording("план на~{year}~год", "по плану на~{year}~год", "план на {year} год"),
    "plan-undated": Wording("проект", "по проекту", "проект"),
    "none": Wording("", "", ""),
}

_ENGLISH = {
    "as-of": Wording(*["as of {day}~{month_english} {year}"] * 3),
    "month": Wording("{month_english} {year}", "in {month_english} {year}", "{month_english} {year}"),
    "quarter": Wording(
        "{quarter} quarter of~{year}", "in the {quarter} quarter of~{year}", "{quarter} quarter of {year}"
    ),
    "half-year": Wording("{half} half of~{year}", "in the {half} half of~{year}", "{half} half of {year}"),
    "nine-months": Wording(
        "first nine months of~{year}", "in the first nine months of~{year}", "first nine months of {year}"
    ),
    "year": Wording("{year}", "in~{year}", "{year}"),
    "years": Wording("{year}–{last_year}", "in~{year}–{last_year}", "from {year} to {last_year}"),
    "years-since": Wording(*["since~{year}"] * 3),
    "years-until": Wording(*["until~{next_year}"] * 3),
    "years-over": Wording(*["over~{span}~{span_noun}"] * 3),
    "plan": Wording("plan for~{year}", "under the plan for~{year}", "plan for {year}"),
    "plan-undated": Wording("planned", "as planned", "planned"),
    "none": Wording("", "", ""),
}

WORDINGS: dict[Language, dict[str, Wording]] = {"ru": _RUSSIAN, "en": _ENGLISH}
