"""What is internal leaves the admin through no public address: each such field holds a word that nothing else does."""

import io
import json
import re
import zipfile

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

from exports.models import ExportCase
from industries.mentions.keeping import keep_all_texts
from industries.models import Enterprise, PublicText
from portal.accounts.models import User
from portal.core.content_version import content_changed
from portal.figures.models import Figure, FigureChange, Source
from tests.internal_fields import SHOWN, internal_fields

CANARY = "канарейка7431"
WORD = CANARY[:9]
CARDS_READ = 12
FACES = ("csv", "xlsx", "json", "geojson", "feed")
SEARCHED = (Enterprise.objects.shown, ExportCase.objects.all, Figure.objects.all, Source.objects.all)
SEARCHES = ("enterprises/", "figures/", "exports/cases/", "sources/")
QUERIES = (
    "enterprises/?view=table", "enterprises/?view=map", "enterprises/?view=map&okrug=zelao",
    f"enterprises/suggest/?q={CANARY[:6]}", "enterprises/suggest/?q=мик", "enterprises/compare/?id=mikron&id=niime",
    "sitemap.xml", "sitemap-images.xml", *(f"{address}?q={CANARY}" for address in SEARCHES),
)  # fmt: skip
MARKED_IN_FORMS = ("не показывается на сайте", "на сайте не показывается", "только для редакции")


@pytest.fixture(scope="module")
def poisoned_demo(shared_demo_site, django_db_blocker):
    """The demo with the word in every internal field, in names of people, and in drafts of records and of edits."""
    with django_db_blocker.unblock(), transaction.atomic():
        poison()


@pytest.fixture
def cards(poisoned_demo, db):
    """Some of the enterprises visitors see."""
    return Enterprise.objects.shown()[:CARDS_READ]


def poison():
    """Put the word wherever it may not come out."""
    for model, field in internal_fields():
        models.QuerySet(model).update(**{field.name: Concat(Value(CANARY), Cast(F("pk"), models.CharField()))})
    User.objects.update(first_name=CANARY, last_name=CANARY)
    poison_what_figures_were()
    Enterprise.objects.filter(live=False).update(name=CANARY, products=CANARY, search_words=f" {CANARY} ")
    save_again()
    for enterprise in Enterprise.objects.shown()[:CARDS_READ]:
        enterprise.products = enterprise.legal_name = CANARY
        enterprise.save_revision()
    keep_all_texts()


def poison_what_figures_were():
    """Put the word into what the history of figures has kept of internal fields."""
    for change in FigureChange.objects.all():
        for state in (change.before, change.after):
            state.update({"note": CANARY} if state else {})
        models.QuerySet(FigureChange).filter(pk=change.pk).update(before=change.before, after=change.after)


def save_again():
    """Work out anew what is kept for search, as the next edit would."""
    for records in SEARCHED:
        for record in records():
            record.save()
    content_changed()


def texts_of(response):
    """Return everything the answer says, a workbook unpacked."""
    content = response.getvalue() if not response.streaming else b"".join(response.streaming_content)
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def told_at(address, response):
    """Return the answer, where something is searched without what it repeats of the question."""
    if "q=" not in address:
        return texts_of(response)
    echoed = (rf'value="{CANARY}"', f"«{CANARY}»", r"[?&;]q=[^\"&<]*")
    return re.sub("|".join(echoed), "", texts_of(response))


def addresses(client, cards):
    listed = re.findall(r"<loc>http://[^/]+/([^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    pages = [address for address in listed if not re.match(r"enterprises/.|figures/.", address)]
    figures = [address for address in listed if re.match(r"figures/.", address)][:CARDS_READ]
    files = [f"{name}/{face}/" for name in ("enterprises", "exports/cases", "figures") for face in FACES]
    return [*pages, *figures, *files, *QUERIES, *(f"enterprises/{card.slug}/" for card in cards)]


def test_no_public_address_tells_what_is_internal(cards, client):
    told, answered = [], 0
    for address in addresses(client, cards):
        response = client.get(f"/{address}")
        answered += response.status_code == 200
        if WORD in told_at(address, response):
            told.append(address)
    assert told == []
    assert answered > 70


def test_nothing_is_found_by_what_is_internal(cards, client):
    for address in SEARCHES:
        assert client.get(f"/{address}?q={CANARY}").context["listing"].count == 0
    for records in SEARCHED:
        assert not records().filter(search_words__contains=WORD).exists()
    assert not PublicText.objects.filter(text__contains=WORD).exists()
    assert not PublicText.objects.filter(words__contains=WORD).exists()


def test_every_field_whose_form_says_so_is_internal():
    found = {(model, field.name) for model, field in internal_fields()}
    marked = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if str(field.help_text).lower().rstrip(".").endswith(MARKED_IN_FORMS) and not field.is_relation
    }
    assert marked - found == set()
    assert len(marked) > 10


def test_every_field_named_as_shown_is_there():
    declared = {
        (ancestor._meta.label, field.name)
        for model in apps.get_models()
        for ancestor in model.__mro__
        if hasattr(ancestor, "_meta")
        for field in ancestor._meta.local_fields
    }
    assert {(label, name) for label, names in SHOWN.items() for name in names} - declared == set()


def test_structured_data_of_a_card_tells_only_what_it_shows(cards, client):
    page = client.get("/enterprises/mikron/").content.decode()
    blocks = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.S)
    kinds = {one["@type"] for block in blocks for one in [json.loads(block)] if isinstance(one, dict)}
    assert "Organization" in kinds
    assert WORD not in "".join(blocks)
