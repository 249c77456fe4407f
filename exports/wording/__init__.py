"""How a fact about exports is said: with its markets, scope, period and base, in Russian and English."""

from exports.wording.market_names import MarketNames
from exports.wording.sentences import FactWords, sentence

__all__ = ["FactWords", "MarketNames", "sentence"]
