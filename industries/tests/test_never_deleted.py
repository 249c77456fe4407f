import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client

from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory
from portal.accounts.tests.factories import make_administrator, make_editor

pytestmark = pytest.mark.django_db

ADMIN = "/admin/snippets/industries/enterprise"


@pytest.fixture(params=[make_administrator, make_editor], ids=["administrator", "editor"])
def person(request):
    client = Client()
    client.force_login(request.param())
    return client


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("slug", ["mikron", "draft"])
def test_deleting_leads_back_and_says_what_to_do_instead(directory, person, method, slug):
    enterprise = Enterprise.objects.get(slug=slug)
    response = getattr(person, method)(f"{ADMIN}/delete/{enterprise.pk}/", follow=True)
    assert response.redirect_chain == [(f"{ADMIN}/edit/{enterprise.pk}/", 302)]
    assert "Снимите запись с показа или объедините её с другой" in response.content.decode()
    assert Enterprise.objects.filter(pk=enterprise.pk).exists()


def test_nobody_is_offered_to_delete(directory, person):
    enterprise = Enterprise.objects.get(slug="mikron")
    for path in ("", f"edit/{enterprise.pk}/", f"usage/{enterprise.pk}/"):
        page = person.get(f"{ADMIN}/{path}").content.decode()
        assert "/enterprise/delete/" not in page.replace("/admin/bulk/industries/enterprise/delete/", "")
        assert "Удалить выбранные" not in page


def test_the_bulk_action_in_the_place_of_deletion_retires(directory, person):
    enterprise = Enterprise.objects.get(slug="mikron")
    person.post(f"/admin/bulk/industries/enterprise/delete/?id={enterprise.pk}", {"next": f"{ADMIN}/"})
    enterprise.refresh_from_db()
    assert (enterprise.live, enterprise.retired_on is not None) == (False, True)


def test_what_was_public_is_deleted_on_no_path(directory):
    retired = EnterpriseFactory(live=False, retired_on="2026-01-01")
    for enterprise in (Enterprise.objects.get(slug="mikron"), retired, Enterprise.objects.filter(slug="n-tech")):
        with pytest.raises(ProtectedError, match="Снимите запись с показа"), transaction.atomic():
            enterprise.delete()
    Enterprise.objects.get(slug="draft").delete()
    assert not Enterprise.objects.filter(slug="draft").exists()
