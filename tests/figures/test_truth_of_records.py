"""Records with something doubtful are public only upon somebody's word, on every path; so are pages that show them."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision, Site
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from exports.fact_import.writing import save as save_imported_fact
from exports.models import ExportFact, ExportsIndexPage
from exports.tests.factories import ExportCaseFactory, ExportFactFactory, TradeEventFactory
from industries.enterprise_import.kind import EnterprisesKind
from industries.models import Enterprise, EnterpriseIndexPage, IndustryIndexPage, IndustryPage
from industries.tests.factories import EnterpriseFactory, make_entrance
from media.gate import PublicationRefused
from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.acts import Responsible, correct_value, update_figure
from portal.figures.models import FigureValue, PublicationOverride
from portal.figures.tests.factories import FigureFactory
from portal.figures.truth import allow_publication, doubts_of, truth_problems
from portal.imports.kinds import WritingRefused
from portal.imports.models import ImportRow, ImportRun
from portal.longread.models import LandscapePage
from portal.longread.tests.factories import make_article
from technopolis.models import BenefitsSectionPage, SiteEvent, SiteFact, StatedTotal, TechnopolisPage
from technopolis.models import Site as ZoneSite
from technopolis.tests.factories import BenefitFactory, SiteFactory, TaxRateFactory, ZoneFactory

pytestmark = pytest.mark.django_db
REASON = "Число дал заказчик, письмо ждём."


def doubtful_enterprise(**values):
    enterprise = EnterpriseFactory(live=False, **values)
    enterprise.figures = [FigureFactory(status="contradicted")]
    enterprise.save()
    return enterprise


def doubtful_site():
    return SiteFactory(live=False, joined_year=2017, joined_status="contradicted")


def site_with_a_doubtful_fact():
    site = SiteFactory(live=False)
    site.facts.add(SiteFact(text="Построено два корпуса", status="without-source"))
    site.save()
    return site


def site_with_a_doubtful_event():
    site = SiteFactory(live=False)
    site.events.add(SiteEvent(happened="1963", text="Основан завод", status="without-source"))
    site.save()
    return site


def doubtful_fact():
    return ExportFactFactory(live=False, status="contradicted")


def doubtful_case():
    return ExportCaseFactory(live=False, status="without-source")


def doubtful_event():
    return TradeEventFactory(live=False, status="contradicted")


DOUBTFUL_RECORDS = [
    doubtful_enterprise, doubtful_site, site_with_a_doubtful_fact, site_with_a_doubtful_event, doubtful_fact,
    doubtful_case, doubtful_event,
]  # fmt: skip


def answer_for(holder):
    for doubt in doubts_of(holder):
        allow_publication(holder, doubt.subject, make_editor(f"editor-{holder.pk}"), REASON)


def by_saving(record):
    record.live = True
    record.save()


def by_single_fields(record):
    record.live = True
    record.save(update_fields=["live"])


def by_publishing(record):
    record.save_revision().publish()


@pytest.mark.parametrize("publish", [by_saving, by_single_fields, by_publishing])
@pytest.mark.parametrize("make", DOUBTFUL_RECORDS)
def test_a_record_with_something_doubtful_is_published_only_upon_a_named_person_s_word(make, publish):
    record = make()
    with pytest.raises(PublicationRefused, match="только решением с именем и причиной"):
        publish(record)
    assert not type(record).objects.get(pk=record.pk).live
    answer_for(record)
    publish(record)
    assert type(record).objects.get(pk=record.pk).live


def test_a_new_record_is_not_made_public_at_once():
    enterprise = Enterprise(**{name: getattr(EnterpriseFactory.build(), name) for name in ("name", "slug", "as_of")})
    enterprise.industry, enterprise.source = EnterpriseFactory().industry, EnterpriseFactory().source
    enterprise.figures = [FigureFactory(status="contradicted")]
    enterprise.live = True
    with pytest.raises(PublicationRefused):
        enterprise.save()


def test_a_due_record_waits_for_the_decision():
    fact = doubtful_fact()
    due = timezone.now() - timedelta(hours=1)
    Revision.objects.filter(pk=fact.save_revision().pk).update(approved_go_live_at=due)
    call_command("publish_scheduled", stdout=io.StringIO())
    assert not ExportFact.objects.get().live
    answer_for(fact)
    call_command("publish_scheduled", stdout=io.StringIO())
    assert ExportFact.objects.get().live


def test_an_import_publishes_no_doubtful_fact():
    fact = doubtful_fact()
    with pytest.raises(WritingRefused, match="только решением"):
        save_imported_fact(fact, is_public=True, person=None)
    assert not ExportFact.objects.get().live


def test_an_import_publishes_no_enterprise_with_a_doubtful_figure():
    enterprise = doubtful_enterprise()
    enterprise.save_revision()
    row = ImportRow(run=ImportRun(), record=enterprise.pk, state="changed", values={"live": True})
    with pytest.raises(WritingRefused, match="только решением"):
        EnterprisesKind().write([row], ImportRun(uploaded_by=make_editor()))
    assert not Enterprise.objects.get().live


@pytest.mark.parametrize("factory", [TaxRateFactory, BenefitFactory])
def test_a_rate_or_benefit_is_published_only_upon_a_word_whatever_the_path(factory):
    rate = factory(is_published=False, status="contradicted")
    rate.is_published = True
    for fields in (None, ["is_published"]):
        with pytest.raises(PublicationRefused):
            rate.save(update_fields=fields)
    answer_for(rate)
    rate.save()
    rate.refresh_from_db()
    assert rate.is_published


def test_an_unpublished_rate_may_be_doubtful():
    assert TaxRateFactory(is_published=False, status="without-source").pk


def test_a_zone_does_not_state_a_doubtful_total():
    zone = ZoneFactory()
    zone.stated_totals.add(StatedTotal(measure="area", figure=FigureFactory(status="contradicted")))
    with pytest.raises(PublicationRefused):
        zone.save()
    answer_for(zone)
    zone.save()
    assert zone.stated_totals.count() == 1


def test_a_reworded_statement_needs_a_new_decision():
    fact = doubtful_fact()
    answer_for(fact)
    by_saving(fact)
    fact.value = 25
    fact.__dict__.pop("words", None)
    with pytest.raises(PublicationRefused):
        fact.save()


def test_the_reason_stays_in_the_record_s_history():
    fact, editor = doubtful_fact(), make_editor()
    [doubt] = doubts_of(fact)
    allow_publication(fact, doubt.subject, editor, REASON)
    entry = ModelLogEntry.objects.get(action="figures.publication_override")
    assert (entry.user, entry.data["reason"], entry.object_id) == (editor, REASON, str(fact.pk))
    assert REASON in str(entry.message)


def page_of_exports():
    return make_entrance(ExportsIndexPage)


def page_of_the_directory():
    return make_entrance(EnterpriseIndexPage)


def page_of_the_zone():
    return make_entrance(TechnopolisPage, zone=ZoneFactory())


def page_of_the_industry():
    parent = make_entrance(IndustryIndexPage)
    industry = EnterpriseFactory().industry
    return parent.add_child(instance=IndustryPage(title="Приборы", industry=industry, locale=parent.locale))


def section_with(section, **body):
    article = make_article()
    article.add_child(instance=section)
    return section


def section_of_benefits():
    section = BenefitsSectionPage(title="Льготы", slug="benefits", heading="Льготы", live=False)
    benefit = {"title": "Налог", "figures": [], "text": RichText("<p>Ставка.</p>"), "tax": "profit", "steps": []}
    section.body = [("benefits", [benefit])]
    return section_with(section)


def live_and_answered(make):
    record = make()
    answer_for(record)
    by_saving(record)
    return record


def live_fact():
    return live_and_answered(doubtful_fact)


def live_case():
    return live_and_answered(doubtful_case)


def live_event():
    return live_and_answered(doubtful_event)


def live_enterprise():
    return live_and_answered(doubtful_enterprise)


def live_site():
    return live_and_answered(site_with_a_doubtful_event)


def live_rate(factory=TaxRateFactory):
    rate = factory(is_published=False, status="contradicted")
    answer_for(rate)
    rate.is_published = True
    rate.save()
    return rate


def live_benefit():
    return live_rate(BenefitFactory)


def zone_with_a_doubtful_total():
    zone = ZoneFactory()
    zone.stated_totals.add(StatedTotal(measure="area", figure=FigureFactory(status="contradicted")))
    answer_for(zone)
    zone.save()
    return zone


@pytest.mark.parametrize(
    ("make_page", "make_record"),
    [
        (page_of_exports, live_fact), (page_of_exports, live_case), (page_of_exports, live_event),
        (page_of_the_directory, live_enterprise), (page_of_the_industry, live_enterprise),
        (page_of_the_zone, live_site), (page_of_the_zone, live_rate), (page_of_the_zone, live_benefit),
        (page_of_the_zone, zone_with_a_doubtful_total),
        (section_of_benefits, live_rate),
    ],
)  # fmt: skip
def test_a_page_that_shows_a_doubtful_record_is_published_only_while_somebody_answers_for_it(make_page, make_record):
    page, record = make_page(), make_record()
    page.save_revision().publish()
    PublicationOverride.objects.update(ended_at=timezone.now())
    with pytest.raises(PublicationRefused) as refused:
        page.save_revision().publish()
    assert f"В записи «{record}», которую показывает страница" in str(refused.value)
    [problem] = truth_problems(page)
    assert f"/override/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/" in problem.link
    [doubt] = doubts_of(record)
    allow_publication(page, doubt.subject, make_editor("page"), REASON)
    page.save_revision().publish()


def test_drafts_of_records_keep_no_page():
    doubtful_fact()
    assert truth_problems(page_of_exports()) == []


def test_a_corrected_figure_holds_its_enterprise_and_the_directory_again():
    enterprise, page = live_enterprise(), page_of_the_directory()
    assert truth_problems(page) == []
    value = enterprise.figures.get().current_value
    correct_value(value, {"period": "2025-09"}, Responsible(None, "Уточнено."), "Уточнён период.")
    assert [len(truth_problems(instance)) for instance in (enterprise, page)] == [1, 1]
    assert Enterprise.objects.get(pk=enterprise.pk).live


def test_a_confirmed_value_in_place_of_a_doubtful_one_frees_the_record():
    enterprise = doubtful_enterprise()
    figure = enterprise.figures.get()
    value = FigureValue(value=2, period="2026", as_of="2026-01", status="confirmed", source=enterprise.source)
    update_figure(figure, value, Responsible(None, "Отчёт."))
    by_saving(enterprise)


def test_the_gate_s_queries_do_not_grow_with_the_records_of_a_page(django_assert_max_num_queries):
    page = page_of_the_directory()
    for _number in range(5):
        EnterpriseFactory()
    live_enterprise()
    with django_assert_max_num_queries(8):
        assert truth_problems(page) == []


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
    assert editor.get(f"/admin/figures/override/exports/productgroup/{fact.pk}/").status_code == 404
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


def test_the_article_s_opening_is_no_list_of_records():
    live_fact()
    root = Site.objects.get(is_default_site=True).root_page
    assert truth_problems(LandscapePage(title="Статья", locale=root.locale)) == []
