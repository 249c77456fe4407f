"""How exact a published number is, and the words and signs that say so."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.core.numbers.agreement import GrammaticalCase
from portal.core.numbers.characters import MULTIPLICATION_SIGN
from portal.core.numbers.language import Language


class Comparator(TextChoices):
    """What a number says about the true amount: it is exactly so, more, about so many, up to so many.

    In Russian the word before a number decides its case: «более», «менее», «около», «до» and «не менее» are
    followed by the genitive, «почти» leaves the number as it is (Rosenthal, on the government of numerals).
    """

    EXACTLY = "exactly", _("ровно")
    MORE_THAN = "more-than", _("более (>)")
    ABOUT = "about", _("около (≈)")
    LESS_THAN = "less-than", _("менее (<)")
    UP_TO = "up-to", _("до")
    TIMES = "times", _("в … раз (×)")
    ALMOST = "almost", _("почти")
    AT_LEAST = "at-least", _("не менее")

    @property
    def case(self) -> GrammaticalCase:
        """The case of a Russian number after this word."""
        if self in (Comparator.EXACTLY, Comparator.TIMES, Comparator.ALMOST):
            return GrammaticalCase.NOMINATIVE
        return GrammaticalCase.GENITIVE

    def word(self, language: Language) -> str:
        """Return the word said before a plain number; empty for an exact one and for ``TIMES``.

        ``TIMES`` stands on both sides of its number («в 3 раза») and is written by the formatter of multiples.
        """
        russian, english = _WORDS[self]
        return russian if language == "ru" else english

    def phrase_word(self, language: Language) -> str:
        """Return the word said before a phrase: «более чем в 3 раза», «более чем +72 %»."""
        if language == "ru" and self in _PHRASE_WORDS:
            return _PHRASE_WORDS[self]
        return self.word(language)

    def sign(self, language: Language) -> str:
        """Return what tables and charts put before the number: a sign where one is common, else the word."""
        return _SIGNS.get(self, self.word(language))

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every press word and sign known for this comparator."""
        return tuple(word for word, meant in _WORDINGS.items() if meant is self and word)

    @classmethod
    def from_wording(cls, text: str) -> "Comparator":
        """Return the comparator meant by a press word («свыше», «порядка», «почти») or sign; empty is exact.

        Raises:
            ValueError: the word is not known.
        """
        wording = text.strip().lower()
        if wording in _WORDINGS:
            return _WORDINGS[wording]
        raise ValueError(f"«{text}» is not a known way to say how exact a number is.")


_WORDS = {
    Comparator.EXACTLY: ("", ""),
    Comparator.MORE_THAN: ("более", "more than"),
    Comparator.ABOUT: ("около", "about"),
    Comparator.LESS_THAN: ("менее", "less than"),
    Comparator.UP_TO: ("до", "up to"),
    Comparator.TIMES: ("", ""),
    Comparator.ALMOST: ("почти", "almost"),
    Comparator.AT_LEAST: ("не менее", "at least"),
}

# «Около» needs a number in the genitive; a phrase has none to give, hence «примерно в 3 раза».
_PHRASE_WORDS = {
    Comparator.MORE_THAN: "более чем",
    Comparator.ABOUT: "примерно",
    Comparator.LESS_THAN: "менее чем",
    Comparator.AT_LEAST: "не менее чем",
}

# The site's fonts hold no ≤ and ≥, so those two comparators are words even in tables.
_SIGNS = {
    Comparator.MORE_THAN: ">",
    Comparator.ABOUT: "≈",
    Comparator.LESS_THAN: "<",
    Comparator.TIMES: MULTIPLICATION_SIGN,
}

_WORDINGS = {
    **dict.fromkeys(["", "=", "ровно"], Comparator.EXACTLY),
    **dict.fromkeys([">", "более", "больше", "свыше", "превысил", "превысила", "превысило"], Comparator.MORE_THAN),
    **dict.fromkeys(["≈", "~", "около", "порядка", "примерно", "приблизительно"], Comparator.ABOUT),
    **dict.fromkeys(["<", "менее", "меньше"], Comparator.LESS_THAN),
    **dict.fromkeys(["≤", "до", "не более", "не больше", "up to"], Comparator.UP_TO),
    **dict.fromkeys(["×", "в раз"], Comparator.TIMES),
    **dict.fromkeys(["почти"], Comparator.ALMOST),
    **dict.fromkeys(["≥", "не менее", "не меньше", "минимум"], Comparator.AT_LEAST),
}
