"""Units, strategies and reading helpers shared by the tests of numbers."""

from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from portal.core.numbers import (
    CHANGE_PERCENT,
    HECTARES,
    MULTIPLE,
    PERCENT,
    ROUBLES,
    SQUARE_METRES,
    YEARS,
    NounForms,
    Scale,
    UnitForms,
    UnitKind,
)

SPECIALISTS = UnitForms(
    UnitKind.COUNT,
    NounForms("специалист", "специалиста", "специалистов"),
    english_one="specialist",
    english_other="specialists",
)
ENTERPRISES = UnitForms(
    UnitKind.COUNT,
    NounForms("предприятие", "предприятия", "предприятий"),
    english_one="enterprise",
    english_other="enterprises",
)
PLANTS = UnitForms(UnitKind.COUNT, NounForms("производство", "производства", "производств"))
COUNTRIES = UnitForms(
    UnitKind.COUNT, NounForms("страна", "страны", "стран"), english_one="country", english_other="countries"
)
LEADING_COMPANIES = UnitForms(
    UnitKind.COUNT,
    NounForms("ведущая компания", "ведущие компании", "ведущих компаний", "ведущей компании"),
    english_one="leading company",
    english_other="leading companies",
)
RATING = UnitForms(UnitKind.INDEX)
BILLION_ROUBLES = ROUBLES.with_scale(Scale.BILLION)

ALL_UNITS = (
    SPECIALISTS,
    LEADING_COMPANIES,
    HECTARES,
    SQUARE_METRES.with_scale(Scale.MILLION),
    YEARS,
    ROUBLES,
    ROUBLES.with_symbol("₽", "RUB"),
    BILLION_ROUBLES,
    PERCENT,
    CHANGE_PERCENT,
    MULTIPLE,
    RATING,
)

# Speed says nothing about a formatter's truth, and the machine may be busy.
unhurried = settings(deadline=None)

whole_numbers = st.integers(min_value=0, max_value=10**30)
decimals = st.one_of(
    st.integers(min_value=-(10**40), max_value=10**40).map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4),
    st.builds(
        lambda digits, exponent: Decimal(digits).scaleb(exponent),
        st.integers(min_value=-(10**12), max_value=10**12),
        st.integers(min_value=-12, max_value=12),
    ),
)
units = st.sampled_from(ALL_UNITS)


def shown(text: str) -> str:
    """Return ``text`` with ``~`` turned into the no-break space it stands for."""
    return text.replace("~", "\u00a0")


def read_back(text: str, language: str) -> Decimal:
    """Read a shown number the way a reader does, with nothing of the formatter's own code."""
    separators = {"ru": ("\u00a0", ","), "en": (",", ".")}
    group, point = separators[language]
    return Decimal(text.replace(group, "").replace(point, ".").replace("\u2212", "-").replace("+", ""))
