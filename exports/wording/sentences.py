"""The sentence of a fact: what, to whom, how much, when, compared with what."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from exports.enums import Comparison, Metric, Scope
from exports.wording.amounts import Amount
from exports.wording.bases import a_year_earlier, base_text
from exports.wording.market_names import (
    MarketNames,
    accusatives,
    direction,
    english_names,
    genitives,
    nominatives,
)
from portal.core.numbers import Language, Period


@dataclass(frozen=True)
class FactWords:
    """All that a fact's sentence is made of; of the two languages each may be missing."""

    metric: str
    scope: str
    markets: tuple[MarketNames, ...]
    subject: str
    subject_english: str
    period: Period
    amount: Amount | None = None
    statement: str = ""
    statement_english: str = ""
    period_wording: str = ""
    period_wording_english: str = ""
    comparison: str = Comparison.NONE
    base_period: Period | None = None

    def for_market(self, market: MarketNames) -> "FactWords":
        """Return the fact as the page of ``market`` says it.

        What holds for each market is said of this one alone. What holds for several together still names them all:
        it is no number of this market's own.
        """
        return self if self.scope == Scope.TOGETHER else replace(self, markets=(market,))

    def is_complete_in(self, language: Language) -> bool:
        """Whether everything the sentence needs is there in ``language``."""
        if language == "ru":
            return bool(self.subject and (self.statement or self.amount))
        period = self.period_wording_english or not self.period_wording
        said = self.statement_english if self.metric == Metric.STATEMENT else self.amount
        names = all(market.english_name for market in self.markets)
        return bool(self.subject_english and period and said and names)


def sentence(words: FactWords, language: Language) -> str:
    """Return the fact as one sentence; an empty string where ``language`` lacks the words for it."""
    if not words.markets or not words.is_complete_in(language):
        return ""
    build = _RUSSIAN if language == "ru" else _ENGLISH
    base = base_clause(words, language)
    return f"{build[Metric(words.metric)](words)} {period_clause(words, language)}{base}."


def period_clause(words: FactWords, language: Language) -> str:
    """Return when: «в I полугодии 2025 года», or the editor's more exact words for it."""
    worded = words.period_wording if language == "ru" else words.period_wording_english
    return worded or words.period.in_sentence(language)


def base_clause(words: FactWords, language: Language) -> str:
    """Return what the growth is compared with, with what joins it to the sentence; empty where nothing is compared."""
    russian = language == "ru"
    match Comparison(words.comparison):
        case Comparison.PERIOD if words.base_period is not None:
            text = base_text(words.base_period, language)
        case Comparison.SAME_PERIOD if words.period_wording:
            text = "к тому же периоду годом ранее" if russian else "compared with the same period a year earlier"
        case Comparison.SAME_PERIOD:
            text = base_text(a_year_earlier(words.period), language)
        case Comparison.NOT_STATED:
            return (
                "; с чем сравнивает источник, не сказано"
                if russian
                else "; the source does not say what it is compared with"
            )
        case _:
            return ""
    return f" {text}" if russian else f", {text}"


def scope_clause(words: FactWords, language: Language) -> str:
    """Return the scope where several markets are named: «вместе» or that each is meant."""
    if len(words.markets) == 1:
        return ""
    if words.scope == Scope.TOGETHER:
        return " вместе" if language == "ru" else " taken together"
    return " (каждая страна в отдельности)" if language == "ru" else " (each on its own)"


def _russian_growth(words: FactWords) -> str:
    return f"{_russian_direction(words)}: {words.amount.change('ru') if words.amount else ''}"


def _russian_share(words: FactWords) -> str:
    amount = words.amount.text("ru") if words.amount else ""
    return f"{words.subject}: на {accusatives(words.markets)}{scope_clause(words, 'ru')} приходится {amount}"


def _russian_amount(words: FactWords) -> str:
    return f"{_russian_direction(words)}: {words.amount.text('ru') if words.amount else ''}"


def _russian_turnover(words: FactWords) -> str:
    amount = words.amount.text("ru") if words.amount else ""
    if len(words.markets) == 1:
        return f"{words.subject} и {genitives(words.markets)}: {amount}"
    return f"{words.subject} и группы стран — {genitives(words.markets)} —{scope_clause(words, 'ru')}: {amount}"


def _russian_statement(words: FactWords) -> str:
    return f"{words.subject}: {nominatives(words.markets)}{scope_clause(words, 'ru')} — {words.statement}"


def _russian_direction(words: FactWords) -> str:
    return f"{words.subject} {direction(words.markets)}{scope_clause(words, 'ru')}"


def _english_growth(words: FactWords) -> str:
    return f"{_english_direction(words)}: {words.amount.change('en') if words.amount else ''}"


def _english_share(words: FactWords) -> str:
    verb = "accounts for" if len(words.markets) == 1 else "account for"
    amount = words.amount.text("en") if words.amount else ""
    return f"{words.subject_english}: {english_names(words.markets)}{scope_clause(words, 'en')} {verb} {amount}"


def _english_amount(words: FactWords) -> str:
    return f"{_english_direction(words)}: {words.amount.text('en') if words.amount else ''}"


def _english_turnover(words: FactWords) -> str:
    amount = words.amount.text("en") if words.amount else ""
    return f"{words.subject_english} with {english_names(words.markets)}{scope_clause(words, 'en')}: {amount}"


def _english_statement(words: FactWords) -> str:
    names = english_names(words.markets)
    return f"{words.subject_english}: {names}{scope_clause(words, 'en')} — {words.statement_english}"


def _english_direction(words: FactWords) -> str:
    return f"{words.subject_english} to {english_names(words.markets)}{scope_clause(words, 'en')}"


_RUSSIAN: dict[Metric, Callable[[FactWords], str]] = {
    Metric.GROWTH: _russian_growth,
    Metric.SHARE: _russian_share,
    Metric.AMOUNT: _russian_amount,
    Metric.TURNOVER: _russian_turnover,
    Metric.STATEMENT: _russian_statement,
}
_ENGLISH: dict[Metric, Callable[[FactWords], str]] = {
    Metric.GROWTH: _english_growth,
    Metric.SHARE: _english_share,
    Metric.AMOUNT: _english_amount,
    Metric.TURNOVER: _english_turnover,
    Metric.STATEMENT: _english_statement,
}
