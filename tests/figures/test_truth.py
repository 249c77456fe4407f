import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import PageLogEntry

from media.gate import PublicationRefused
from portal.accounts.tests.factories import make_editor, make_moderator
from portal.figures.acts import Responsible, correct_value
from portal.figures.models import PublicationOverride
from portal.figures.tests.factories import FigureFactory
from portal.figures.truth import allow_publication, doubtful_values, truth_problems
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db
REASON = "Число дал заказчик, письмо ждём."


def draft_with(figure):
    return add_workforce(make_article(), figure=figure, live=False)


@pytest.mark.parametrize(("status", "word"), [("contradicted", "расходится"), ("without-source", "без источника")])
def test_a_doubtful_figure_keeps_its_page_from_being_published(status, word):
    section = draft_with(FigureFactory(code="F13", status=status))
    with pytest.raises(PublicationRefused) as refusal:
        section.save_revision().publish()
    assert f"{word}. Опубликовать её можно только решением с именем и причиной." in str(refusal.value)
    section.refresh_from_db()
    assert not section.live


@pytest.mark.parametrize("status", ["confirmed", "unchecked"])
def test_other_figures_keep_nothing(status):
    assert truth_problems(draft_with(FigureFactory(status=status))) == []


def test_a_headline_figure_counts_too():
    article = make_article(headline_figure=FigureFactory(status="confirmed"))
    article.headline_figure = FigureFactory(status="contradicted")
    assert [problem.path for problem in truth_problems(article)] == [("headline_figure",)]


def test_a_named_person_s_reason_lets_the_page_out_and_stays_in_its_history():
    editor = make_editor()
    section = draft_with(FigureFactory(status="contradicted"))
    [value] = doubtful_values(section)
    allow_publication(section, value, editor, REASON)
    section.save_revision().publish()
    section.refresh_from_db()
    assert section.live
    entry = PageLogEntry.objects.get(action="figures.publication_override")
    assert (entry.user, entry.data["reason"]) == (editor, REASON)
    assert REASON in str(entry.message)


def test_a_decision_speaks_of_one_page_only():
    figure = FigureFactory(status="contradicted")
    section = draft_with(figure)
    other = add_education(section.get_parent(), figures=[figure, FigureFactory()], live=False)
    allow_publication(section, figure.current_value, make_editor(), REASON)
    assert len(truth_problems(other)) == 1


def test_after_a_correction_a_new_decision_is_needed_and_the_page_stays():
    figure = FigureFactory(status="contradicted")
    section = draft_with(figure)
    allow_publication(section, figure.current_value, make_editor(), REASON)
    section.save_revision().publish()
    correct_value(figure.current_value, {"period": "2025-09"}, Responsible(None, "Уточнено."), "Уточнён период.")
    section.refresh_from_db()
    assert section.live
    assert len(truth_problems(section)) == 1
    assert PublicationOverride.objects.get().ended_at


@pytest.mark.parametrize("reason", ["", "   ", "надо"])
def test_a_decision_without_a_reason_is_refused(reason):
    section = draft_with(FigureFactory(status="contradicted"))
    with pytest.raises(ValidationError):
        allow_publication(section, doubtful_values(section)[0], make_editor(), reason)


def test_who_may_not_publish_may_not_decide(client):
    figure = FigureFactory(status="contradicted")
    section = draft_with(figure)
    moderator = make_moderator()
    with pytest.raises(PermissionDenied):
        allow_publication(section, figure.current_value, moderator, REASON)
    client.force_login(moderator)
    client.post(f"/admin/figures/override/{section.pk}/{figure.current_value.pk}/", {"reason": REASON})
    assert not PublicationOverride.objects.exists()


def test_the_editor_is_led_from_the_refusal_to_the_decision_and_back(client):
    client.force_login(make_editor())
    figure = FigureFactory(status="contradicted")
    section = draft_with(figure)
    [problem] = truth_problems(section)
    assert client.get(problem.link).status_code == 200
    assert client.post(problem.link, {"reason": "да"}).status_code == 422
    response = client.post(problem.link, {"reason": REASON})
    assert response["Location"] == f"/admin/pages/{section.pk}/edit/"
    assert truth_problems(section) == []
    assert REASON in client.get(problem.link).content.decode()


def test_the_page_s_editor_opens_with_the_way_to_decide(client):
    client.force_login(make_editor())
    section = draft_with(FigureFactory(status="contradicted"))
    [problem] = truth_problems(section)
    address = f"/admin/pages/{section.pk}/edit/"
    assert problem.link in client.get(address).content.decode()
    client.post(problem.link, {"reason": REASON})
    assert problem.link not in client.get(address).content.decode()
