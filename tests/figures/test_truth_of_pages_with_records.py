"""Pages that show doubtful records are public only upon somebody's word."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Site

from industries.models import Enterprise
from industries.tests.factories import EnterpriseFactory
from media.gate import PublicationRefused
from portal.accounts.tests.factories import make_editor
from portal.figures.acts import Responsible, correct_value, update_figure
from portal.figures.models import FigureValue, PublicationOverride
from portal.figures.truth import allow_publication, doubts_of, truth_problems
from portal.longread.models import LandscapePage
from tests.figures.doubtful_records import (
    REASON,
    by_saving,
    doubtful_enterprise,
    doubtful_fact,
    live_benefit,
    live_case,
    live_enterprise,
    live_event,
    live_fact,
    live_rate,
    live_site,
    page_of_exports,
    page_of_the_directory,
    page_of_the_industry,
    page_of_the_zone,
    section_of_benefits,
    zone_with_a_doubtful_total,
)

pytestmark = pytest.mark.django_db


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
    allow_publication(record, doubt.subject, make_editor("page"), REASON)
    page.save_revision().publish()


def test_a_page_s_own_decision_about_a_figure_holds_for_the_records_it_shows():
    enterprise, page = live_enterprise(), page_of_the_directory()
    PublicationOverride.objects.update(ended_at=timezone.now())
    allow_publication(page, enterprise.figures.get().current_value, make_editor("page"), REASON)
    assert truth_problems(page) == []


def test_what_a_record_states_is_never_answered_for_at_a_page():
    fact, page = live_fact(), page_of_exports()
    [doubt] = doubts_of(fact)
    with pytest.raises(IntegrityError), transaction.atomic():
        allow_publication(page, doubt.subject, make_editor("page"), REASON)


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


def test_the_article_s_opening_is_no_list_of_records():
    live_fact()
    root = Site.objects.get(is_default_site=True).root_page
    assert truth_problems(LandscapePage(title="Статья", locale=root.locale)) == []
