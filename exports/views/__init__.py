"""Public pages of markets, cases and events."""

from exports.views.cases import case_face, case_list, case_page
from exports.views.events import event_page
from exports.views.markets import market_page

__all__ = ["case_face", "case_list", "case_page", "event_page", "market_page"]
