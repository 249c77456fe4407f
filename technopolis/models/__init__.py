"""The zone, its sites and the sections of the article about them."""

from technopolis.models.benefit import Benefit, BenefitStep
from technopolis.models.district import District
from technopolis.models.enquiry import Enquiry
from technopolis.models.index_page import TechnopolisPage
from technopolis.models.sections import BenefitsSectionPage, SitesSectionPage, ZoneHistorySectionPage
from technopolis.models.site import Site
from technopolis.models.site_records import SiteEvent, SiteFact, SitePhoto
from technopolis.models.tax_rate import TaxRate
from technopolis.models.zone import StatedTotal, Zone

__all__ = [
    "Benefit",
    "BenefitStep",
    "BenefitsSectionPage",
    "District",
    "Enquiry",
    "Site",
    "SiteEvent",
    "SiteFact",
    "SitePhoto",
    "SitesSectionPage",
    "StatedTotal",
    "TaxRate",
    "TechnopolisPage",
    "Zone",
    "ZoneHistorySectionPage",
]
