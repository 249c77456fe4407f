"""The names of a market's record, as sentences need them."""

from typing import Any

from exports.wording.market_names import MarketNames


def names_of(market: Any) -> MarketNames:
    """Return the names kept in the record of ``market``."""
    return MarketNames(market.name, market.genitive, market.accusative, market.english_name)
