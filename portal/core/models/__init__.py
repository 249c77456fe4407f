"""Models of the portal's core: abstract pages, the site's identity, the version of its content."""

from portal.core.models.base_page import BasePage
from portal.core.models.content_change import ContentChange
from portal.core.models.content_version import ContentVersion
from portal.core.models.index_page import IndexPage
from portal.core.models.photos_page import PhotosPage
from portal.core.models.section_page import BodySectionPage, SectionPage, section_body
from portal.core.models.site_identity import SiteIdentity

__all__ = [
    "BasePage",
    "BodySectionPage",
    "ContentChange",
    "ContentVersion",
    "IndexPage",
    "PhotosPage",
    "SectionPage",
    "SiteIdentity",
    "section_body",
]
