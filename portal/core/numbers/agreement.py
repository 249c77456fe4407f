"""Which form a noun takes after a number.

Russian, after Rosenthal («Справочник по правописанию и литературной правке», on numerals) and the CLDR plural rules:

* the number in the nominative: after 1, 21, 101 the noun is nominative singular; after 2–4, 22–24 genitive singular;
  after 0, 5–20, 25, 111 genitive plural;
* the number in the genitive («более», «около», «до», «менее»): the noun is genitive singular after 1, 21, 101 and
  genitive plural after everything else;
* a fraction governs the noun itself: always genitive singular («1,5 процента», «более 14,5 процента»);
* of a range only the last number governs the noun («8–10 мест», «20–21 место»).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from portal.core.numbers.exact import ExactNumber


class GrammaticalCase(Enum):
    """The case of a number's phrase. The accusative («в 3 раза») looks like the nominative in counted things."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"


@dataclass(frozen=True)
class NounForms:
    """The forms of a Russian noun that numbers ask for.

    Three are enough for a bare noun: 1 «компания», 2 «компании», 5 «компаний». A noun with an adjective needs the
    fourth: 2 «ведущие компании», but «более 21 ведущей компании»; left empty it is the form after 2.
    A missing form is replaced by its nearest neighbour.
    """

    one: str = ""
    few: str = ""
    many: str = ""
    genitive_one: str = ""

    def __bool__(self) -> bool:
        return bool(self.one or self.few or self.many)

    @property
    def nominative_singular(self) -> str:
        """The form after 1."""
        return self.one or self.few or self.many

    @property
    def after_few(self) -> str:
        """The form after 2, 3 and 4."""
        return self.few or self.many or self.one

    @property
    def genitive_singular(self) -> str:
        """The form after a fraction, and after 1 in the genitive."""
        return self.genitive_one or self.after_few

    @property
    def genitive_plural(self) -> str:
        """The form after 5, and after every scale word («тысяч человек»)."""
        return self.many or self.few or self.one


def noun_after(value: Decimal | int, forms: NounForms, case: GrammaticalCase = GrammaticalCase.NOMINATIVE) -> str:
    """Return the form of a Russian noun after ``value`` standing in ``case``; the sign plays no part."""
    return noun_after_digits(ExactNumber.of(value), forms, case)


def noun_after_digits(number: ExactNumber, forms: NounForms, case: GrammaticalCase) -> str:
    """Return the form of a Russian noun after ``number`` standing in ``case``."""
    if number.fraction:
        return forms.genitive_singular
    is_in_teens = 11 <= number.last_two_digits <= 14
    last_digit = number.last_two_digits % 10
    if last_digit == 1 and not is_in_teens:
        return forms.nominative_singular if case is GrammaticalCase.NOMINATIVE else forms.genitive_singular
    if last_digit in (2, 3, 4) and not is_in_teens and case is GrammaticalCase.NOMINATIVE:
        return forms.after_few
    return forms.genitive_plural


def english_noun_after(value: Decimal | int, one: str, other: str) -> str:
    """Return the form of an English noun after ``value``: singular after exactly 1, plural after all else."""
    return english_noun_after_digits(ExactNumber.of(value), one, other)


def english_noun_after_digits(number: ExactNumber, one: str, other: str) -> str:
    """Return the form of an English noun after ``number``; a missing form is replaced by the other one."""
    is_one = number.whole == "1" and not number.fraction
    return (one or other) if is_one else (other or one)
