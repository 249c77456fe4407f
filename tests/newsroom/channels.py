"""Every address that answers visitors, taken from the router itself, and what they read there."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver
from wagtail.models import Page

from exports.models import ExportCase, TradeEvent
from industries.models import Enterprise, Industry, Market
from media.models import Photo
from portal.figures.models import Figure
from technopolis.models import Site
from tests.admin_routes import walk

NOT_PUBLIC = ("admin/", "styleguide/", "_util/")
NOT_TEXT = {
    "uploads/<path:path>": "files are asked for by their names",
    "documents/<int:document_id>/<path:document_filename>": "documents hold no photos",
    "theme/": "takes only sent forms",
    "technopolis/enquiries/<slug:code>/": "shows what its own sender wrote",
}
RECORDS = {
    "enterprises/": Enterprise,
    "industries/": Industry,
    "exports/markets/": Market,
    "exports/cases/": ExportCase,
    "exports/events/": TradeEvent,
    "figures/": Figure,
    "technopolis/": Site,
}
UPLOAD = re.compile(rf"{settings.MEDIA_URL}[^\s\"'<>,)\\]+")


class UnknownAddressError(Exception):
    """A public address asks for something this module does not know; say there what it is."""


def public_routes():
    """Return the patterns of all addresses for visitors, the pages' own aside."""
    routes = {re.sub(r"[\^$]|\(\?P(<\w+>)([^()]*)\)", named_choice, route) for route, _pattern in walk(get_resolver())}
    return sorted(route for route in routes if not route.startswith(NOT_PUBLIC) and "[" not in route)


def named_choice(match):
    """Return a choice of the router as ``<name:one|two>``, other signs of expressions as nothing."""
    return f"<choice:{match[2]}>" if match[1] else ""


def record_addresses():
    """Yield every public address but the pages': each record's, each file's, each feed's."""
    for route in public_routes():
        if route not in NOT_TEXT:
            yield from filled(route)


def filled(route):
    """Yield the route's addresses with its choices and slugs filled in."""
    argument = re.search(r"<(\w+):([^>]*)>", route)
    if argument is None:
        yield f"/{route}"
        return
    if argument[1] == "choice":
        values = argument[2].split("|")
    else:
        start = max((start for start in RECORDS if route.startswith(start)), key=len, default=None)
        if start is None:
            raise UnknownAddressError(route)
        values = RECORDS[start].objects.values_list("slug", flat=True)
    for value in values:
        yield from filled(route.replace(argument[0], value))


def page_addresses():
    """Yield the path of every page there is, live or not, as a visitor would ask for it."""
    for page in Page.objects.filter(depth__gt=1).specific():
        parts = page.get_url_parts()
        if parts and parts[2]:
            yield parts[2].split("#")[0]
    yield from (f"{settings.PHOTO_CREDITS_PATH}?photo={key}" for key in Photo.objects.values_list("pk", flat=True))


def text_of(response):
    """Return what a visitor reads in an answer; of a workbook, the text of its parts."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as workbook:
            content = b"".join(workbook.read(name) for name in workbook.namelist())
    return content.decode()


def english(paths):
    """Yield the English addresses of what is there in English: pages with all below them, and exports."""
    translated = set(Page.objects.filter(locale__language_code="en").values_list("slug", flat=True))
    for path in paths:
        if path.split("/")[1] in {*translated, "exports"}:
            yield f"/en{path}"


def read_everything(client):
    """Return the text of every public address that answers, and fail where the server does."""
    found = {}
    paths = dict.fromkeys([*record_addresses(), *page_addresses()])
    for address in [*paths, *english(paths)]:
        response = client.get(address, follow=True)
        assert response.status_code < 500 or address == "/readyz", address
        if response.status_code == 200:
            found[address] = text_of(response)
    return found


def named_files(texts):
    """Return the addresses of files that texts name."""
    return {address.replace("&amp;", "&") for text in texts for address in UPLOAD.findall(text)}


def files_on_disk():
    """Return the address of every file that lies where visitors' files lie."""
    root = Path(settings.MEDIA_ROOT)
    return {f"{settings.MEDIA_URL}{path.relative_to(root).as_posix()}" for path in root.rglob("*") if path.is_file()}


def digest_of_original(photo: Photo):
    """Return the beginning of the digest of the file a photo has now, as its visitors' files carry it."""
    with photo.file.open("rb") as original:
        return hashlib.sha1(original.read(), usedforsecurity=False).hexdigest()[:8]
