"""The date feeds give to a card moves when visitors can read something else, and then only."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from industries import services
from industries.models import Enterprise, EnterprisePhoto, EnterpriseSource
from industries.tests.factories import EnterpriseFactory, MarketFactory
from media.tests.factories import approved_photo
from portal.accounts.tests.factories import make_editor
from portal.figures.tests.factories import FigureFactory, SourceFactory

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def card(directory):
    """A published card with a draft, last changed long ago."""
    record = Enterprise.objects.get(slug="mikron")
    record.save_revision()
    Enterprise.objects.update(changed_at=LONG_AGO)
    record.refresh_from_db()
    return record


def has_moved(record):
    """Tell whether the date has moved, and that the record in hand and the feed say the same."""
    stored = Enterprise.objects.get(pk=record.pk).changed_at
    assert record.changed_at == stored
    return stored != LONG_AGO


def note_only(card):
    card.internal_note = "позвонить"
    card.save()


def save_unchanged(card):
    card.save()


def save_a_draft(card):
    card.products = "ещё не решено"
    card.save_revision()
    card.refresh_from_db()


def publish_a_note(card):
    card.internal_note = "позвонить"
    card.save_revision().publish()
    card.refresh_from_db()


@pytest.mark.parametrize("edit", [note_only, save_unchanged, save_a_draft, publish_a_note])
def test_an_edit_nobody_sees_leaves_the_date(card, edit):
    edit(card)
    assert not has_moved(card)


def tell_products(card):
    card.products = "датчики"
    card.save()


def publish_an_edit(card):
    card.products = "датчики"
    card.save_revision().publish()
    card.refresh_from_db()


def tell_a_market(card):
    card.markets = [MarketFactory(name="Китай", slug="china", iso_code="CN")]
    card.save()


def add_a_figure(card):
    card.figures.add(FigureFactory())
    card.save()


def add_a_photo(card):
    card.photos.add(EnterprisePhoto(photo=approved_photo(), caption="Цех"))
    card.save()


def add_a_publication(card):
    card.further_sources.add(EnterpriseSource(source=SourceFactory(), fact="Открыт новый цех"))
    card.save()


def move(card):
    card.slug = "mikron-2"
    card.save()


def verify(card):
    services.verify_today([card], make_editor())
    card.refresh_from_db()


def merge(card):
    services.merge(card, [EnterpriseFactory(name="Двойник", live=False)], make_editor())
    card.refresh_from_db()


def publish_anew(card):
    card.unpublish()
    Enterprise.objects.update(changed_at=LONG_AGO)
    card.latest_revision.publish()
    card.refresh_from_db()


@pytest.mark.parametrize(
    "edit",
    [
        tell_products, publish_an_edit, tell_a_market, add_a_figure, add_a_photo, add_a_publication, move, verify,
        merge, publish_anew,
    ],
)  # fmt: skip
def test_an_edit_visitors_can_read_moves_the_date(card, edit):
    edit(card)
    assert has_moved(card)


def test_the_feed_says_when_something_could_last_be_read(card, client):
    note_only(card)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(b"".join(client.get("/enterprises/feed/").streaming_content))
    assert {entry.find(f"{atom}updated").text for entry in feed.iter(f"{atom}entry")} == {"2020-01-01T00:00:00+00:00"}
