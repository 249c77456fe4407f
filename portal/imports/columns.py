"""A column of an import: its heading, what its cells mean, how they are shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.core.spreadsheets import CellValue
from portal.core.spreadsheets.cells import boolean_word
from portal.imports.cells import CLEARED, CellProblem, Parser, text_cell
from portal.imports.reading import FaultyCell
from portal.imports.vocabularies import Vocabulary, plain_word

short_text = text_cell(250)
MOST_REMEMBERED = 1000
_SEVERAL = re.compile(r"[;,\n]")


class UnknownWord(CellProblem):
    """A word is no entry of the column's vocabulary."""

    def __init__(self, word: str, message: str) -> None:
        super().__init__(message)
        self.word = word


@dataclass(frozen=True)
class Column:
    """One column. ``make_vocabulary`` gives the entries its cells may name, ``is_several`` several in one cell.

    An empty cell leaves what is known as it is; a dash takes it away where ``can_be_cleared``.
    """

    key: str
    label: str | Promise
    help_text: str | Promise = ""
    aliases: tuple[str, ...] = ()
    parse: Parser = short_text
    make_vocabulary: Callable[[], Vocabulary] | None = None
    is_required: bool = False
    is_several: bool = False
    can_be_cleared: bool = True
    empty_value: Any = ""

    def headings(self) -> list[str]:
        """Return every heading under which the column is known."""
        return [str(self.label), self.key, *self.aliases]


class ColumnReader:
    """Reads the cells of one column during one check: the vocabulary is loaded once."""

    def __init__(self, column: Column, chosen_words: dict[str, str]) -> None:
        self.column = column
        self.vocabulary = column.make_vocabulary() if column.make_vocabulary else None
        self.chosen_words = chosen_words
        self.parse = lru_cache(MOST_REMEMBERED)(column.parse)

    def read(self, text: str) -> Any:
        """Return the cell's value.

        Raises:
            CellProblem: the cell can't be used.
        """
        if isinstance(text, FaultyCell):
            raise CellProblem(text.reason)
        if text in CLEARED:
            if not self.column.can_be_cleared or self.column.is_required:
                raise CellProblem(_("Это поле не может быть пустым."))
            return self.column.empty_value
        if self.vocabulary is None:
            return self.parse(text)
        if self.column.is_several:
            words = [word.strip() for word in _SEVERAL.split(text) if word.strip()]
            return sorted({key for word in words if (key := self.term(word))})
        return self.term(text) or self.column.empty_value

    def term(self, word: str) -> str:
        """Return the key of the entry the word names; nothing if an editor has said to leave it out.

        Raises:
            UnknownWord: nobody knows the word.
        """
        assert self.vocabulary is not None  # noqa: S101
        found = self.vocabulary.find(word)
        if found is not None:
            return found
        chosen = self.chosen_words.get(plain_word(word))
        if chosen is None or (chosen and chosen not in self.vocabulary.terms):
            raise UnknownWord(
                word,
                _("«%(word)s» нет в справочнике «%(title)s».") % {"word": word[:80], "title": self.vocabulary.title},
            )
        return chosen

    def show(self, value: Any) -> str:
        """Return a value as an editor reads it."""
        if value in ("", None, []):
            return "—"
        if isinstance(value, bool):
            return boolean_word(value)
        if isinstance(value, list):
            return "; ".join(self.vocabulary.name(item) if self.vocabulary else str(item) for item in value)
        return self.vocabulary.name(value) if self.vocabulary else str(value)

    def cell(self, value: Any) -> CellValue:
        """Return a value as it stands in a downloaded table."""
        return "" if value in ("", None, []) else self.show(value)
