"""An address a card had leads to it for good: no other card takes it, on any path."""

import pytest
from django.core.exceptions import ValidationError

from industries.enterprise_import.matching import EnterpriseMatcher
from industries.models import Enterprise, FormerAddress
from industries.tests.factories import EnterpriseFactory
from portal.imports.kinds import Match

pytestmark = pytest.mark.django_db

TAKEN = "Этот адрес раньше был у другой карточки"


@pytest.fixture
def renamed(directory):
    enterprise = Enterprise.objects.get(slug="mikron")
    enterprise.slug = "ao-mikron"
    enterprise.save()
    return enterprise


def test_no_other_card_takes_a_former_address_by_form_by_saving_or_by_a_draft(renamed):
    other = EnterpriseFactory(name="Другой завод")
    other.slug = "mikron"
    for path in (other.full_clean, other.save, lambda: other.save_revision().publish()):
        with pytest.raises(ValidationError, match=TAKEN):
            path()
    with pytest.raises(ValidationError, match=TAKEN):
        EnterpriseFactory(name="Микрон", slug="mikron")


def test_a_card_takes_its_own_former_address_back(renamed, client):
    renamed.slug = "mikron"
    renamed.full_clean()
    renamed.save()
    assert list(FormerAddress.objects.values_list("slug", flat=True)) == ["ao-mikron"]
    assert client.get("/enterprises/mikron/").status_code == 200
    assert client.get("/enterprises/ao-mikron/")["Location"] == "/enterprises/mikron/"


def test_the_form_is_told_at_the_address(renamed):
    with pytest.raises(ValidationError) as refused:
        EnterpriseFactory.build(name="Другой завод", slug="mikron").validate_unique()
    assert refused.value.message_dict == {"slug": [f"{TAKEN} и ведёт к ней. Возьмите другой."]}


def test_a_row_of_a_table_never_takes_another_card_s_former_address(renamed):
    another, same = {"slug": "mikron", "name": "Новый завод"}, {"slug": "mikron", "name": "Микрон"}
    matcher = EnterpriseMatcher([another, same])
    taken = "Этот адрес раньше был у карточки «Микрон» и ведёт к ней. Уберите его или возьмите другой."
    assert matcher.match(another) == Match(conflict=taken)
    assert matcher.match(same) == Match(record=renamed.pk)
