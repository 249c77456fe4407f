"""What is sold abroad: facts, cases, events, and the pages that show them."""

from exports.models.case import CasePhoto, ExportCase
from exports.models.event import TradeEvent
from exports.models.fact import ExportFact
from exports.models.index_page import ExportsIndexPage
from exports.models.product_group import ProductGroup
from exports.models.section import ExportsSectionPage

__all__ = [
    "CasePhoto",
    "ExportCase",
    "ExportFact",
    "ExportsIndexPage",
    "ExportsSectionPage",
    "ProductGroup",
    "TradeEvent",
]
