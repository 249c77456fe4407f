"""An Atom feed, written entry by entry; whatever stands in a record, the XML is valid."""

from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.utils import translation

from portal.core.spreadsheets.cells import clean_text
from portal.listing.about import About
from portal.listing.rows import ListingRow


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(clean_text(text))}</{name}>"


def feed_start(about: About, own_address: str, changed: datetime) -> str:
    """Return the feed up to its first entry."""
    language = translation.get_language() or "ru"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>'
        f"{_text('title', about.title)}{_text('subtitle', about.filters)}{_text('id', about.url)}"
        f"<updated>{changed.isoformat()}</updated>{_text('rights', about.licence)}"
        f"<author>{_text('name', about.title)}</author>"
        f'<link rel="self" href={quoteattr(clean_text(own_address))}/><link href={quoteattr(about.url)}/>'
    )


def entry_xml(row: ListingRow, address: str) -> str:
    """Return one record as an entry."""
    return (
        f"<entry>{_text('title', row.title)}{_text('id', address)}<link href={quoteattr(address)}/>"
        f"<updated>{row.changed_at.isoformat()}</updated>{_text('summary', row.summary)}</entry>"
    )
