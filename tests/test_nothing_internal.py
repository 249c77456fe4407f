"""What is internal leaves the admin through no public address: each such field holds a word that nothing else does."""

import io
import json
import re
import zipfile

import pytest
from django.apps import apps

from industries.models import Enterprise
from portal.accounts.models import User

CANARY = "канарейка7431"
MARK_OF_INTERNAL = "Не показывается на сайте"
CARDS_READ = 12
FACES = ("csv", "xlsx", "json", "geojson", "feed")
QUERIES = (
    "enterprises/?view=table", "enterprises/?view=map", "enterprises/?view=map&okrug=zelao", f"enterprises/?q={CANARY}",
    f"enterprises/suggest/?q={CANARY[:6]}", "enterprises/suggest/?q=мик", "enterprises/compare/?id=mikron&id=niime",
    "sitemap.xml", "sitemap-images.xml", f"figures/?q={CANARY}", f"exports/cases/?q={CANARY}",
)  # fmt: skip


def internal_fields():
    """Yield each field of the portal whose form says that visitors never see it."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if MARK_OF_INTERNAL in str(field.help_text) and field.get_internal_type() in {"TextField", "CharField"}:
                yield model, field.name


@pytest.fixture
def poisoned(shared_demo_site, db):
    """The demo with the word in every internal field, in names of editors, and in drafts of records and of edits."""
    for model, name in internal_fields():
        model._base_manager.update(**{name: CANARY})
    User.objects.update(first_name=CANARY, last_name=CANARY)
    Enterprise.objects.filter(live=False).update(name=CANARY, products=CANARY, search_words=f" {CANARY} ")
    for enterprise in Enterprise.objects.shown()[:CARDS_READ]:
        enterprise.products = enterprise.legal_name = CANARY
        enterprise.save_revision()
    return Enterprise.objects.shown()[:CARDS_READ]


def texts_of(response):
    """Return everything the answer says, a workbook unpacked."""
    content = response.getvalue() if not response.streaming else b"".join(response.streaming_content)
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def without_echo(text):
    """Return the answer without what it repeats of the question."""
    echoed = (rf'value="{CANARY}"', f"«{CANARY}»", r"[?&;]q=[^\"&<]*")
    return re.sub("|".join(echoed), "", text)


def addresses(client, cards):
    listed = re.findall(r"<loc>http://[^/]+/([^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    pages = [address for address in listed if not re.match(r"enterprises/.|figures/.", address)]
    files = [f"{name}/{face}/" for name in ("enterprises", "exports/cases") for face in FACES]
    return [*pages, *files, *QUERIES, *(f"enterprises/{card.slug}/" for card in cards)]


def test_no_public_address_tells_what_is_internal(poisoned, client):
    told, answered = [], 0
    for address in addresses(client, poisoned):
        response = client.get(f"/{address}")
        answered += response.status_code == 200
        if CANARY in without_echo(texts_of(response)):
            told.append(address)
    assert told == []
    assert answered > 60


def test_the_words_of_the_fields_find_what_is_internal():
    found = {f"{model._meta.label}.{name}" for model, name in internal_fields()}
    assert {"industries.Enterprise.internal_note", "technopolis.Site.editors_note"} <= found
    assert len(found) > 5


def test_structured_data_of_a_card_tells_only_what_it_shows(poisoned, client):
    page = client.get("/enterprises/mikron/").content.decode()
    blocks = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.S)
    kinds = {one["@type"] for block in blocks for one in [json.loads(block)] if isinstance(one, dict)}
    assert "Organization" in kinds
    assert CANARY not in "".join(blocks)
