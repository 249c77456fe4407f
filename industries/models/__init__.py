"""Industries, enterprises, markets, their pages, and the section of the article about leading industries."""

from industries.models.enterprise import Enterprise
from industries.models.enterprise_change import ChangeKind, EnterpriseChange
from industries.models.enterprise_photo import EnterprisePhoto
from industries.models.enterprise_source import EnterpriseSource
from industries.models.former_address import FormerAddress
from industries.models.industry import Industry
from industries.models.market import Market
from industries.models.pages import EnterpriseIndexPage, IndustryIndexPage, IndustryPage
from industries.models.public_text import PublicText
from industries.models.section import LeadingIndustriesSectionPage

__all__ = [
    "ChangeKind",
    "Enterprise",
    "EnterpriseChange",
    "EnterpriseIndexPage",
    "EnterprisePhoto",
    "EnterpriseSource",
    "FormerAddress",
    "Industry",
    "IndustryIndexPage",
    "IndustryPage",
    "LeadingIndustriesSectionPage",
    "Market",
    "PublicText",
]
