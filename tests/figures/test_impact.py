from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from portal.figures.impact import Stage, impact_of
from portal.figures.models import FigureValue
from portal.figures.tests.factories import FigureFactory
from portal.longread.tests.factories import add_education, add_workforce, make_article

pytestmark = pytest.mark.django_db
OLD = "более\u00a0755\u00a0000"
NEW = "более 760\u00a0000".replace(" ", "\u00a0", 1)


def newer(figure):
    return FigureValue(figure=figure, value=Decimal(760_000), comparator="more-than", period="2026-01", as_of="2026-01")


def test_each_place_is_named_with_its_caption_and_what_it_will_show():
    figure, other = FigureFactory(caption="занято в городе"), FigureFactory()
    article = make_article(headline_figure=figure)
    add_workforce(article, figure=figure)
    add_education(article, figures=[other, figure])
    impact = impact_of(figure, newer(figure))
    assert [(place.title, place.stage, place.caption) for place in impact.places] == [
        ("Люди", Stage.LIVE, "занято в городе"),
        ("Образование", Stage.LIVE, "занято в городе"),
    ]
    assert [(place.title, place.field) for place in impact.channels] == [("Промышленный ландшафт", "Главная цифра")]
    assert {place.before.replace(" ", "\u00a0") for place in impact.places} == {OLD}
    assert {place.after.replace(" ", "\u00a0") for place in impact.places} == {NEW}


def test_drafts_and_scheduled_pages_are_named_as_such():
    figure, article = FigureFactory(), make_article()
    section = add_workforce(article)
    section.body = [("figure", {"figure": figure, "caption": "в черновике", "layout": "hero"})]
    section.save_revision()
    planned = add_education(article, figures=[FigureFactory(), FigureFactory()])
    planned.body = [("figure_strip", {"title": "", "figures": [{"figure": figure, "caption": "потом"}]})]
    planned.go_live_at = timezone.now() + timedelta(days=1)
    planned.save_revision(approved_go_live_at=planned.go_live_at)
    impact = impact_of(figure, newer(figure))
    assert {(place.title, place.stage, place.caption) for place in impact.places} == {
        ("Люди", Stage.DRAFT, "в черновике"),
        ("Образование", Stage.SCHEDULED, "потом"),
    }


def test_a_draft_that_keeps_the_place_names_it_once():
    figure = FigureFactory()
    section = add_workforce(make_article(), figure=figure)
    section.heading = "Другой заголовок"
    section.save_revision()
    assert [place.stage for place in impact_of(figure, newer(figure)).places] == [Stage.LIVE]


def test_a_figure_that_stands_nowhere_changes_nothing():
    figure = FigureFactory()
    make_article()
    assert impact_of(figure, newer(figure)).places == ()
