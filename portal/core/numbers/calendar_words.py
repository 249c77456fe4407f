"""Month names in the cases dates need."""

from typing import NamedTuple


class MonthNames(NamedTuple):
    """A month: «октябрь», «7 октября», «в октябре», "October"."""

    nominative: str
    genitive: str
    prepositional: str
    english: str


MONTHS = (
    MonthNames("январь", "января", "январе", "January"),
    MonthNames("февраль", "февраля", "феврале", "February"),
    MonthNames("март", "марта", "марте", "March"),
    MonthNames("апрель", "апреля", "апреле", "April"),
    MonthNames("май", "мая", "мае", "May"),
    MonthNames("июнь", "июня", "июне", "June"),
    MonthNames("июль", "июля", "июле", "July"),
    MonthNames("август", "августа", "августе", "August"),
    MonthNames("сентябрь", "сентября", "сентябре", "September"),
    MonthNames("октябрь", "октября", "октябре", "October"),
    MonthNames("ноябрь", "ноября", "ноябре", "November"),
    MonthNames("декабрь", "декабря", "декабре", "December"),
)

ROMAN_NUMERALS = ("I", "II", "III", "IV")


def month_names(month: int) -> MonthNames:
    """Return the names of a month, 1 being January."""
    return MONTHS[month - 1]


def month_number(name: str) -> int | None:
    """Return the number of a month by its Russian name in the nominative or genitive, ``None`` if it is no month."""
    for number, names in enumerate(MONTHS, start=1):
        if name.lower() in (names.nominative, names.genitive):
            return number
    return None
