"""Records with something doubtful are public only upon somebody's word, on every path."""

import io
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from exports.fact_import.writing import save as save_imported_fact
from exports.models import ExportFact
from industries.enterprise_import.kind import EnterprisesKind
from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory
from media.gate import PublicationRefused
from portal.accounts.tests.factories import make_editor
from portal.figures.tests.factories import FigureFactory
from portal.figures.truth import allow_publication, doubts_of
from portal.imports.kinds import WritingRefused
from portal.imports.models import ImportRow, ImportRun
from technopolis.models import StatedTotal
from technopolis.tests.factories import BenefitFactory, TaxRateFactory, ZoneFactory
from tests.figures.doubtful_records import (
    DOUBTFUL_RECORDS,
    REASON,
    answer_for,
    by_publishing,
    by_saving,
    by_single_fields,
    doubtful_enterprise,
    doubtful_fact,
)

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize(
    ("factory", "change"),
    [
        (TaxRateFactory, {"valid_until": None}),
        (TaxRateFactory, {"condition": "при любом учёте"}),
        (BenefitFactory, {"condition": "от 3 млн евро"}),
        (BenefitFactory, {"first_years": 5}),
    ],
)
def test_a_rate_or_benefit_with_another_term_or_condition_needs_a_new_decision(factory, change):
    record = factory(is_published=False, status="contradicted", valid_until=date(2027, 12, 31))
    answer_for(record)
    for name, value in {**change, "is_published": True}.items():
        setattr(record, name, value)
    with pytest.raises(PublicationRefused):
        record.save()


def test_the_reason_stays_in_the_record_s_history():
    fact, editor = doubtful_fact(), make_editor()
    [doubt] = doubts_of(fact)
    allow_publication(fact, doubt.subject, editor, REASON)
    entry = ModelLogEntry.objects.get(action="figures.publication_override")
    assert (entry.user, entry.data["reason"], entry.object_id) == (editor, REASON, str(fact.pk))
    assert REASON in str(entry.message)
