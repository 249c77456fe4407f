import pytest
from django.contrib.auth import get_user_model

from portal.figures.tests.factories import FigureFactory, SourceFactory


@pytest.fixture
def chief(client, db):
    user = get_user_model().objects.create_superuser(
        username="chief", email="chief@example.com", password="long-enough-1"
    )
    client.force_login(user)
    return client


def found(client, model, words):
    response = client.get(f"/admin/snippets/figures/{model}/", {"q": words})
    assert response.status_code == 200
    return list(response.context["object_list"])


@pytest.mark.parametrize("words", ["F01", "Занято", "Заня"])
def test_an_editor_finds_a_figure_by_its_code_and_the_beginning_of_a_word(chief, words):
    figure = FigureFactory(code="F01", subject="Занято в промышленности")
    FigureFactory(code="F02", subject="Технопарки")
    assert found(chief, "figure", words) == [figure]


def test_an_editor_finds_a_source_by_its_publisher(chief):
    source = SourceFactory(publisher="Ведомости")
    SourceFactory(publisher="Известия")
    assert found(chief, "source", "Ведомости") == [source]
