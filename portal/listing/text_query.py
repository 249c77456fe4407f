"""What a visitor has typed into the search of a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.core.search_words import search_words, words_of

LONGEST_TEXT = 300
MOST_WORDS = 20


@dataclass(frozen=True)
class TextQuery:
    """The words looked for, and what the visitor is told about them."""

    text: str = ""
    words: tuple[tuple[str, str], ...] = ()
    notice: str = ""

    @classmethod
    def parse(cls, given: str, ignored: Iterable[str] = ()) -> "TextQuery":
        """Read what was typed: whatever it is, no word of it is an instruction to the database."""
        text = " ".join(given[:LONGEST_TEXT].replace("\x00", " ").split())
        if not given:
            return cls()
        if not words_of(text):
            return cls(text, (), _("Напишите слово: название, продукцию или номер."))
        words = search_words(text, ignored)
        notice = ""
        if len(words) > MOST_WORDS or len(given) > LONGEST_TEXT:
            notice = _("Запрос длинный: ищем по его началу.")
        return cls(text, tuple(words[:MOST_WORDS]), notice)
