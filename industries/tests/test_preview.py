import pytest
from django.test import Client

from industries.models import Enterprise
from industries.tests.factories import IndustryFactory
from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.tests.factories import FigureFactory

pytestmark = pytest.mark.django_db

ADMIN = "/admin/snippets/industries/enterprise"


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def form_of(**values):
    """Return the editor's form with nothing but what it needs, and ``values``."""
    lists = {f"{name}-{kind}_FORMS": 0 for name in ("photos", "further_sources") for kind in ("TOTAL", "INITIAL")}
    needed = {"industry": IndustryFactory().pk, "role": "producer", "residency": "unknown", "confidence": "low"}
    return {**lists, **needed, "name": "Опыт", **values}


def preview(client, path, form):
    assert client.post(f"{ADMIN}/{path}/", form).json() == {"is_valid": True, "is_available": True}
    return client.get(f"{ADMIN}/{path}/", {"mode": ""})


def test_an_unsaved_edit_is_seen_in_the_preview_and_nowhere_else(directory):
    enterprise = Enterprise.objects.get(slug="mikron")
    figure = FigureFactory(subject="Пластин в месяц")
    page = preview(
        signed_in(make_editor()),
        f"preview/{enterprise.pk}",
        form_of(name="Микрон", slug="mikron", products="черновая продукция", figures=[figure.pk]),
    ).content.decode()
    assert "черновая продукция" in page
    assert "Пластин в месяц" in page or figure.caption in page
    assert "черновая продукция" not in Client().get("/enterprises/mikron/").content.decode()


def test_a_record_that_is_not_saved_yet_can_be_seen(directory):
    response = preview(signed_in(make_editor()), "preview", form_of(name="Ещё не записан"))
    assert response.status_code == 200
    assert "Ещё не записан" in response.content.decode()
    assert not Enterprise.objects.filter(name="Ещё не записан").exists()


def test_a_moderator_sees_no_preview(directory):
    enterprise = Enterprise.objects.get(slug="draft")
    response = signed_in(make_moderator()).get(f"{ADMIN}/preview/{enterprise.pk}/", {"mode": ""})
    assert response.status_code == 302


def test_two_revisions_are_compared_field_by_field(directory):
    enterprise = Enterprise.objects.get(slug="mikron")
    first = enterprise.save_revision()
    enterprise.products = "датчики"
    second = enterprise.save_revision()
    address = f"{ADMIN}/history/{enterprise.pk}/revisions/compare/{first.pk}...{second.pk}/"
    page = signed_in(make_editor()).get(address).content.decode()
    assert "микросхемы" in page
    assert "датчики" in page
