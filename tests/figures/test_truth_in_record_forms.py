"""The forms of records lead to the decision on what is doubtful, and lose nothing typed."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from exports.tests.factories import ProductGroupFactory
from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.models import PublicationOverride
from portal.figures.truth import allow_publication, doubts_of, truth_problems
from technopolis.models import Site as ZoneSite
from technopolis.tests.factories import SiteFactory, TaxRateFactory
from tests.figures.doubtful_records import REASON, doubtful_fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    person = make_editor()
    client.force_login(person)
    return client


def test_the_editor_is_led_from_the_record_to_the_decision_and_back(editor):
    fact = doubtful_fact()
    [problem] = truth_problems(fact)
    address = f"/admin/snippets/exports/exportfact/edit/{fact.pk}/"
    assert problem.link.replace("&", "&amp;") in editor.get(address).content.decode()
    assert "Рост" not in problem.link
    assert "рост на\N{NO-BREAK SPACE}24" in editor.get(problem.link).content.decode()
    assert editor.post(problem.link, {"reason": "да"}).status_code == 422
    assert editor.post(problem.link, {"reason": REASON})["Location"] == address
    assert truth_problems(fact) == []
    assert problem.link not in editor.get(address).content.decode()
    assert REASON in editor.get(problem.link).content.decode()


def test_a_made_up_address_decides_nothing(editor):
    fact = doubtful_fact()
    assert editor.get(f"/admin/figures/override/exports/exportfact/{fact.pk}/").status_code == 404
    assert editor.get(f"/admin/figures/override/exports/exportfact/{fact.pk}/?doubt=made-up").status_code == 404
    signed = truth_problems(fact)[0].link.partition("?")[2]
    group = ProductGroupFactory()
    assert editor.get(f"/admin/figures/override/exports/productgroup/{group.pk}/?{signed}").status_code == 404
    assert editor.get(f"/admin/figures/override/exports/nothing/{fact.pk}/").status_code == 404


def test_who_may_not_publish_records_may_not_decide(client):
    fact = doubtful_fact()
    [doubt], [problem] = doubts_of(fact), truth_problems(fact)
    moderator = make_moderator()
    with pytest.raises(PermissionDenied):
        allow_publication(fact, doubt.subject, moderator, REASON)
    client.force_login(moderator)
    client.post(problem.link, {"reason": REASON})
    assert not PublicationOverride.objects.exists()


def rate_form(rate, **values):
    fields = {"regime": rate.regime, "tax": rate.tax, "percent": "25", "federal_percent": "", "regional_percent": "",
              "valid_from": "", "valid_until": "", "first_years": "", "legal_basis": "", "condition": "",
              "source": rate.source_id, "as_of": "", "status": "unchecked", "verified_on": "",
              "verify_every_months": 12, "editors_note": "", "is_published": "on"}  # fmt: skip
    return nested_form_data(fields | values)


def test_the_form_of_a_published_rate_leads_to_the_decision_before_it_is_stored(editor):
    rate = TaxRateFactory()
    address = f"/admin/snippets/technopolis/taxrate/edit/{rate.pk}/"
    response = editor.post(address, rate_form(rate, status="contradicted"))
    [problem] = response.context["form"].problems
    assert "только решением" in response.context["form"].errors["status"][0]
    rate.refresh_from_db()
    assert rate.status == "unchecked"
    editor.post(problem.link, {"reason": REASON})
    assert editor.post(address, rate_form(rate, status="contradicted")).status_code == 302
    rate.refresh_from_db()
    assert rate.status == "contradicted"


def test_the_form_of_a_site_names_the_doubtful_event_at_its_place_and_keeps_what_was_typed(editor):
    site = SiteFactory(live=False)
    event = {"happened": "1963", "text": "Основан завод", "as_of": "", "status": "without-source", "source": ""}
    data = nested_form_data({
        "name": "Новое имя", "official_name": "", "position": site.position, "slug": site.slug, "zone": site.zone_id,
        "district": site.district_id, "locality": "", "address": "", "latitude": "", "longitude": "",
        "location_note": "", "area_comparator": "exactly", "area_hectares": "", "area_kind": "current",
        "area_note": "", "area_as_of": "", "area_source": "", "joined_year": "", "joined_status": "unchecked",
        "joined_as_of": "", "joined_source": "", "specialisation": "", "specialisation_as_of": "",
        "specialisation_source": "", "responsible": "", "editors_note": "", "go_live_at": "", "expire_at": "",
        "facts": inline_formset([]), "events": inline_formset([event]), "photos": inline_formset([]),
    })  # fmt: skip
    response = editor.post(f"/admin/snippets/technopolis/site/edit/{site.pk}/", data | {"action-publish": "1"})
    form = response.context["form"]
    assert "только решением" in form.formsets["events"].forms[0].errors["status"][0]
    assert form["name"].value() == "Новое имя"
    assert not ZoneSite.objects.get().live
