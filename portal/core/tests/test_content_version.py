import pytest
from django.db import transaction

from media.tests.factories import RightsHolderFactory
from portal.core import content_version
from portal.core.models import ContentVersion

pytestmark = pytest.mark.django_db(transaction=True)


def version():
    return ContentVersion.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def test_a_saved_record_raises_the_version():
    RightsHolderFactory()
    before = version()
    RightsHolderFactory()
    assert version() == before + 1


def test_many_changes_in_one_transaction_raise_it_once():
    RightsHolderFactory()
    before = version()
    with transaction.atomic():
        RightsHolderFactory()
        RightsHolderFactory()
        assert content_version.change_is_pending()
        assert version() == before
    assert version() == before + 1


def test_a_change_that_is_rolled_back_leaves_it():
    RightsHolderFactory()
    before = version()
    with transaction.atomic():
        RightsHolderFactory()
        transaction.set_rollback(True)
    assert version() == before


def test_an_account_is_no_content(django_user_model):
    RightsHolderFactory()
    before = version()
    django_user_model.objects.create_user(username="someone", password="long-enough-1")
    assert version() == before


def test_deleting_raises_the_version():
    holder = RightsHolderFactory()
    before = version()
    holder.delete()
    assert version() == before + 1
