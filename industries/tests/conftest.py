"""A small directory, made once for each module of tests."""

import pytest
from django.db import transaction

from conftest import restore_what_migrations_leave
from industries.enums import Residency
from industries.models import EnterpriseIndexPage
from industries.tests.factories import EnterpriseFactory, IndustryFactory, MarketFactory, make_entrance


@pytest.fixture(scope="module")
def shared_directory(django_db_setup, django_db_blocker):
    """Three organisations visitors may see and a draft; tests change it in transactions of their own."""
    with django_db_blocker.unblock(), transaction.atomic():
        restore_what_migrations_leave()
        yield make_directory()
        transaction.set_rollback(True)


@pytest.fixture
def directory(shared_directory, db):
    """The small directory's page."""
    return shared_directory


def make_directory():
    """Make the entrance page and its records."""
    page = make_entrance(EnterpriseIndexPage)
    pharma = IndustryFactory(slug="pharma", name="Фармацевтика", english_name="Pharma")
    turkey = MarketFactory()
    EnterpriseFactory(name="Микрон", slug="mikron", products="микросхемы", markets=[turkey])
    EnterpriseFactory(name="Ёлочка", slug="yolochka", industry=pharma, products="лёгкая мебель", markets=[turkey])
    EnterpriseFactory(
        name="Н-Тех", slug="n-tech", legal_name="ООО «Н-Тех»", industry=pharma, residency=Residency.RESIDENT
    )
    EnterpriseFactory(name="Черновик", slug="draft", live=False, internal_note="тайна")
    return page
