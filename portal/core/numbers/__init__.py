"""The one formatter of numbers: shown, spoken and dated, in Russian and English, exact to the last digit."""

from portal.core.numbers.agreement import GrammaticalCase, NounForms, english_noun_after, noun_after
from portal.core.numbers.comparators import Comparator
from portal.core.numbers.composed import FormattedFigure, format_figure
from portal.core.numbers.formatting import (
    compact,
    format_change,
    format_multiple,
    format_multiple_sign,
    format_number,
    format_percent,
    format_quantity,
    format_quantity_range,
    format_range,
    format_signed,
)
from portal.core.numbers.language import Language, resolve_language
from portal.core.numbers.partial_dates import PartialDate, typed_partial_date
from portal.core.numbers.period_kinds import PeriodKind
from portal.core.numbers.periods import Period
from portal.core.numbers.spoken import spoken_quantity, spoken_range
from portal.core.numbers.units import (
    CHANGE_PERCENT,
    HECTARES,
    MULTIPLE,
    PERCENT,
    ROUBLES,
    SQUARE_METRES,
    YEARS,
    Scale,
    UnitForms,
    UnitKind,
)

__all__ = [
    "CHANGE_PERCENT",
    "HECTARES",
    "MULTIPLE",
    "PERCENT",
    "ROUBLES",
    "SQUARE_METRES",
    "YEARS",
    "Comparator",
    "FormattedFigure",
    "GrammaticalCase",
    "Language",
    "NounForms",
    "PartialDate",
    "Period",
    "PeriodKind",
    "Scale",
    "UnitForms",
    "UnitKind",
    "compact",
    "english_noun_after",
    "format_change",
    "format_figure",
    "format_multiple",
    "format_multiple_sign",
    "format_number",
    "format_percent",
    "format_quantity",
    "format_quantity_range",
    "format_range",
    "format_signed",
    "noun_after",
    "resolve_language",
    "spoken_quantity",
    "spoken_range",
    "typed_partial_date",
]
