"""Names of markets as sentences need them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class MarketNames:
    """One market: «Турция», «Турции», «в Турцию»; "Türkiye"."""

    name: str
    genitive: str
    accusative: str
    english_name: str

    @property
    def direction(self) -> tuple[str, str]:
        """The preposition and the name after it: «в» and «Турцию»."""
        preposition, _, name = self.accusative.partition(" ")
        return preposition, name


def joined(names: Sequence[str], conjunction: str) -> str:
    """Return the names as a sentence lists them: «Иран, Китай и Беларусь»."""
    *first, last = names
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def direction(markets: Sequence[MarketNames]) -> str:
    """Return where to: «в Турцию, Беларусь и Китай»; prepositions that differ are each said: «в Китай и на Кубу»."""
    parts = [market.direction for market in markets]
    if len({preposition for preposition, _ in parts}) == 1:
        return f"{parts[0][0]} {joined([name for _, name in parts], 'и')}"
    return joined([market.accusative for market in markets], "и")


def accusatives(markets: Sequence[MarketNames]) -> str:
    """Return the names after «на»: «на Казахстан и Армению» without the preposition."""
    return joined([market.direction[1] for market in markets], "и")


def genitives(markets: Sequence[MarketNames]) -> str:
    """Return the names in the genitive: «Мьянмы и Китая»."""
    return joined([market.genitive for market in markets], "и")


def nominatives(markets: Sequence[MarketNames]) -> str:
    """Return the names as they are: «Иран и Китай»."""
    return joined([market.name for market in markets], "и")


def english_names(markets: Sequence[MarketNames]) -> str:
    """Return the English names: "Iran and China"."""
    return joined([market.english_name for market in markets], "and")
