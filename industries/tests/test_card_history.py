import pytest
from django.utils.html import strip_tags

from industries import services
from industries.models import ChangeKind, Enterprise, EnterpriseChange
from industries.shown_changes import changes_of
from industries.tests.factories import EnterpriseFactory, MarketFactory
from portal.accounts.tests.factories import make_editor
from portal.figures.tests.factories import SourceFactory
from technopolis.tests.factories import SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(directory):
    return Enterprise.objects.get(slug="mikron")


def kinds(enterprise):
    return list(enterprise.changes.values_list("kind", flat=True))


def lines(enterprise):
    """Return the latest change: each field with what it says and what it said."""
    return [(value.label, value.after, value.before) for value in changes_of(enterprise)[0].values]


def test_publishing_an_edit_says_what_was_and_what_is(card, client):
    card.products, card.residency, card.founded = "датчики", "resident", 1964
    card.markets = [MarketFactory(name="Китай", slug="china", iso_code="CN")]
    card.save_revision().publish()
    assert kinds(card)[0] == ChangeKind.CHANGED
    assert lines(card) == [
        ("Резидентство", "резидент ОЭЗ", "нет данных"),
        ("Продукция", "датчики", "микросхемы"),
        ("Год основания", "1964", ""),
        ("Рынки", "Китай", "Турция"),
    ]
    page = strip_tags(client.get("/enterprises/mikron/").content.decode())
    assert "Изменены сведения" in page
    assert "микросхемы" in page


def test_links_are_told_in_words(card):
    site = SiteFactory(name="Алабушево")
    card.site, card.source = site, SourceFactory(publisher="Ведомости", title="О зоне")
    card.save_revision().publish()
    assert ("Площадка ОЭЗ", "Алабушево", "") in lines(card)
    assert ("Округ", site.district.short_name, "") in lines(card)
    assert next(line[1] for line in lines(card) if line[0] == "Источник") == "Ведомости: О зоне"


def test_a_property_cards_have_no_longer_is_passed_over(card, client):
    values = [["telex", "", "112233"], ["internal_note", "", "тайна"], ["founded", None, 1964]]
    EnterpriseChange.objects.create(enterprise=card, kind=ChangeKind.CHANGED, values=values)
    assert lines(card) == [("Год основания", "1964", "")]
    page = client.get("/enterprises/mikron/").content.decode()
    assert "1964" in page
    assert "тайна" not in page


def test_drafts_and_internal_fields_leave_no_trace(card, client):
    editor, number = make_editor(), len(kinds(card))
    card.products = "ещё не решено"
    card.save_revision(user=editor)
    card.refresh_from_db()
    card.internal_note = "тайна"
    card.save_revision(user=editor).publish()
    assert len(kinds(card)) == number
    page = client.get("/enterprises/mikron/").content.decode()
    assert all(secret not in page for secret in ("тайна", "ещё не решено", editor.get_username()))


def test_a_record_brought_back_is_published_anew(card):
    editor = make_editor()
    services.retire([card], editor)
    services.restore([card], editor)
    card.refresh_from_db()
    card.save_revision().publish()
    assert kinds(card)[0] == ChangeKind.PUBLISHED


def test_a_check_against_sources_is_a_part_of_the_history(card):
    services.verify_today([card, Enterprise.objects.get(slug="draft")], make_editor())
    assert kinds(card)[0] == ChangeKind.VERIFIED
    assert kinds(Enterprise.objects.get(slug="draft")) == []


def test_a_merge_and_the_number_it_brings_are_a_part_of_the_history(card):
    twin = EnterpriseFactory(name="Двойник", inn="7707083893", live=False)
    services.merge(card, [twin], make_editor())
    assert set(kinds(card)[:2]) == {ChangeKind.MERGED, ChangeKind.CHANGED}
    assert lines(card) == [("ИНН", "7707083893", "")]
    assert kinds(twin) == []


def test_the_history_takes_one_query(card, django_assert_num_queries):
    for number in range(20):
        card.products = f"изделие {number}"
        card.save()
    with django_assert_num_queries(1):
        assert len(changes_of(card)) == 12
