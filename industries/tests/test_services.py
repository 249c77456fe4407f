import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from industries import services
from industries.models import Enterprise, EnterpriseSource, FormerAddress
from industries.tests.factories import EnterpriseFactory, MarketFactory
from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.tests.factories import FigureFactory, SourceFactory

pytestmark = pytest.mark.django_db

INN, OTHER_INN = "7707083893", "7736050003"


def bulk(person, action, records, **form):
    client = Client()
    client.force_login(person)
    query = "&".join(f"id={record.pk}" for record in records)
    form["next"] = "/admin/snippets/industries/enterprise/"
    return client.post(f"/admin/bulk/industries/enterprise/{action}/?{query}", form, follow=True)


def test_verifying_keeps_the_draft_and_the_published_text(directory):
    editor = make_editor()
    enterprise = Enterprise.objects.get(slug="mikron")
    enterprise.products = "черновая правка"
    enterprise.save_revision()
    bulk(editor, "verify", [enterprise])
    fresh = Enterprise.objects.get(pk=enterprise.pk)
    assert (fresh.verified_on, fresh.verified_by, fresh.products) == (timezone.localdate(), editor, "микросхемы")
    fresh.latest_revision.publish()
    published = Enterprise.objects.get(pk=enterprise.pk)
    assert (published.products, published.verified_on) == ("черновая правка", timezone.localdate())
    assert published.verified_by_id == editor.pk


def test_a_retired_record_leaves_the_site_and_comes_back_as_a_draft(directory, client):
    editor = make_editor()
    enterprise = Enterprise.objects.get(slug="mikron")
    enterprise.save_revision()
    bulk(editor, "delete", [enterprise])
    assert client.get("/enterprises/mikron/").status_code == 404
    enterprise.refresh_from_db()
    with pytest.raises(ValidationError):
        enterprise.latest_revision.publish()
    bulk(editor, "restore", [enterprise])
    enterprise.refresh_from_db()
    assert (enterprise.live, enterprise.retired_on) == (False, None)
    enterprise.latest_revision.publish()
    assert client.get("/enterprises/mikron/").status_code == 200


def test_duplicates_become_one_record_at_every_address(directory, client):
    editor = make_editor()
    kept = Enterprise.objects.get(slug="n-tech")
    market, source, figure = MarketFactory(), SourceFactory(), FigureFactory()
    other = EnterpriseFactory(name="Эн-Тех", slug="en-tech", markets=[market], source=source, inn=INN)
    other.figures.add(figure)
    other.save()
    FormerAddress.objects.create(slug="very-old", enterprise=other)
    response = bulk(editor, "merge", [kept, other], kept=kept.pk)
    assert response.status_code == 200
    kept.refresh_from_db()
    assert (kept.inn, list(kept.markets.all()), list(kept.figures.all())) == (INN, [market], [figure])
    assert EnterpriseSource.objects.get(enterprise=kept).source == source
    for former in ("en-tech", "very-old"):
        answer = client.get(f"/enterprises/{former}/")
        assert (answer.status_code, answer["Location"]) == (301, "/enterprises/n-tech/")
    assert not Enterprise.objects.get(pk=other.pk).is_shown
    assert ModelLogEntry.objects.filter(action=services.MERGE, object_id=kept.pk, user=editor).exists()


def test_duplicates_of_one_name_can_be_told_apart(directory):
    one, two = (
        EnterpriseFactory(name="Опыт", slug="one", inn=INN),
        EnterpriseFactory(name="Опыт", slug="two", live=False),
    )
    client = Client()
    client.force_login(make_editor())
    page = client.get(f"/admin/bulk/industries/enterprise/merge/?id={one.pk}&id={two.pk}").content.decode()
    assert f"Опыт — на сайте, /one/, ИНН {INN}" in page
    assert "Опыт — не на сайте, /two/" in page


def test_organisations_with_different_numbers_are_no_duplicates(directory):
    one, two = EnterpriseFactory(inn=INN), EnterpriseFactory(inn=OTHER_INN)
    response = bulk(make_editor(), "merge", [one, two], kept=one.pk)
    assert "разные ИНН" in response.content.decode()
    two.refresh_from_db()
    assert two.is_shown


@pytest.mark.parametrize(
    ("live", "fact"),
    [(True, "Запись под названием «Скрытое имя»"), (False, "Прежняя запись о той же организации")],
)
def test_a_source_taken_over_names_only_what_visitors_could_read(directory, live, fact):
    kept = Enterprise.objects.get(slug="mikron")
    other = EnterpriseFactory(name="Скрытое имя", live=live, source=SourceFactory())
    services.merge(kept, [other], make_editor())
    assert list(kept.further_sources.values_list("fact", flat=True)) == [fact]


@pytest.mark.parametrize("form", [{}, {"kept": "999999"}, {"kept": "x"}])
def test_a_merge_needs_a_record_that_stays(directory, form):
    one, two = EnterpriseFactory(), EnterpriseFactory()
    assert bulk(make_editor(), "merge", [one, two], **form).status_code == 200
    assert Enterprise.objects.filter(merged_into__isnull=False).count() == 0


def test_a_record_is_verified_from_its_line_of_the_list(directory):
    client = Client()
    client.force_login(make_editor())
    enterprise = Enterprise.objects.get(slug="mikron")
    page = client.get("/admin/snippets/industries/enterprise/").content.decode()
    [address] = [
        unescape(one) for one in re.findall(r'href="(/admin/bulk/[^"]+)"', page) if f"id={enterprise.pk}&" in one
    ]
    assert "Вы сверили эти записи с источниками?" in client.get(address).content.decode()
    client.post(address)
    enterprise.refresh_from_db()
    assert enterprise.verified_on == timezone.localdate()


def test_a_search_without_result_says_so_in_russian(client):
    client.force_login(make_editor())
    page = client.get("/admin/snippets/industries/enterprise/?q=атлантида").content.decode()
    assert "По этому запросу ничего не найдено." in page


@pytest.mark.parametrize("action", ["verify", "delete", "restore", "merge"])
def test_a_moderator_changes_nothing(directory, action):
    enterprise = Enterprise.objects.get(slug="mikron")
    bulk(make_moderator(), action, [enterprise], kept=enterprise.pk)
    enterprise.refresh_from_db()
    assert (enterprise.live, enterprise.verified_on, enterprise.retired_on) == (True, None, None)


def test_all_records_of_a_filtered_list_are_those_of_the_filter(directory):
    editor = make_editor()
    pharma = Enterprise.objects.get(slug="n-tech").industry
    client = Client()
    client.force_login(editor)
    listing = f"/admin/snippets/industries/enterprise/?industry={pharma.pk}"
    client.post("/admin/bulk/industries/enterprise/verify/?id=all", {"next": listing})
    verified = set(Enterprise.objects.filter(verified_on__isnull=False).values_list("slug", flat=True))
    assert verified == {"n-tech", "yolochka"}


def test_the_report_begins_with_the_most_gaps(directory):
    client = Client()
    client.force_login(make_editor())
    EnterpriseFactory(name="Без всего", products="", residency="unknown")
    page = client.get("/admin/reports/enterprises/").content.decode()
    assert page.index("Без всего") < page.index("Н-Тех")
    assert "продукция, место" in page
