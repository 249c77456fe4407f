"""What machines read on the page of a figure."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from portal.core.models import SiteIdentity
from portal.figures.models import FiguresIndexPage
from portal.figures.public.record import FigureRecord


def dataset_of(record: FigureRecord, entrance: FiguresIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return the figure as schema.org ``Dataset`` with its current value and its files."""
    identity = SiteIdentity.for_request(request)
    files = {"text/csv": "figures:csv", "application/json": "figures:json"}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": record.title,
        "description": record.display.sentence if record.display else record.title,
        "url": request.build_absolute_uri(record.url),
        "creator": {"@type": "Organization", "name": identity.publisher or identity.name},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": request.build_absolute_uri(reverse(name, args=[record.figure.slug])),
            }
            for kind, name in files.items()
        ],
        "isBasedOn": [source.url for source in record.sources if source.url],
    }
    if record.current:
        data["variableMeasured"] = _measured(record)
    if entrance.licence_url:
        data["license"] = entrance.licence_url
    return data


def _measured(record: FigureRecord) -> dict[str, Any]:
    current = record.current
    formatted = current.formatted if current else None
    return {
        "@type": "PropertyValue",
        "name": record.title,
        "value": formatted.machine_value if formatted else "",
        "unitText": record.figure.unit.name,
        "description": formatted.text if formatted else "",
    }
