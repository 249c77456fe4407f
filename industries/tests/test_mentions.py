import pytest
from django.db import transaction
from wagtail.models import Page, Site

from industries.mentions import keeping
from industries.mentions.finding import mentions_of
from industries.mentions.keeping import keep_all_texts
from industries.mentions.matching import is_named
from industries.models import Enterprise, EnterprisePhoto, IndustryIndexPage, IndustryPage, PublicText
from industries.tests.factories import make_entrance
from media.enums import CreditStatus
from media.tests.factories import approved_photo
from portal.core.models import PhotosPage
from portal.figures.models import FiguresIndexPage
from portal.figures.tests.factories import FigureFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Микрон", "лидирует завод «Микрон».", True),
        ("Микрон", 'завод "Микрон"', True),
        ("Микрон", "доля микрона", False),
        ("Микрон", "Микрон — это тысячная миллиметра", False),
        ("Микрон", "завод «Микрон-2»", False),
        ("Полёт", "часы «Полет»", True),
        ("Москвич", "автомобиль «Москвич 3е»", False),
        ("НИИМЭ", "НИИМЭ: микроконтроллеры", True),
        ("НИИМЭ", "НИИМЭТ", False),
        ("Р-Опра", "«Р-Опра» и другие", True),
        ("Московский центр фотоники", "работают Московский\u00a0центр\nфотоники, где", True),
        ("Московский центр фотоники", "в московский центр фотоники", False),
        ("BIOCAD (ПК-137)", "BIOCAD (ПК-137)", True),
        ("С.П.ГЕЛПИК", "«СХПХГЕЛПИК»", False),
        ("(.*)+", "что угодно", False),
        (" ", "что угодно", False),
    ],
)
def test_only_the_exact_name_counts(name, text, found):
    assert is_named(name, text) is found


@pytest.fixture
def mikron(directory):
    return Enterprise.objects.get(slug="mikron")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do what follows a commit when the block ends."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def shown(enterprise):
    return {group.label: [(one.title, one.url) for one in group.mentions] for group in mentions_of(enterprise)}


@pytest.fixture
def story(mikron, committed):
    """A published page of an industry that names the plant."""
    parent = make_entrance(IndustryIndexPage)
    body = [{"type": "paragraph", "value": "<p>В Зеленограде работает «Микрон».</p>"}]
    with committed():
        page = IndustryPage(title="Электроника", industry=mikron.industry, body=body, live=True)
        return parent.add_child(instance=page)


def test_a_page_that_names_the_plant_stands_on_its_card_while_it_is_public(mikron, story, committed, client):
    assert shown(mikron) == {"Страницы портала": [("Электроника", "/industries/instruments/")]}
    assert 'href="/industries/instruments/">Электроника<' in client.get("/enterprises/mikron/").content.decode()
    with committed():
        story.unpublish()
    assert shown(mikron) == {}


def test_a_draft_mentions_nothing(mikron, story, committed):
    with committed():
        story.body = [{"type": "paragraph", "value": "<p>Здесь пусто.</p>"}]
        revision = story.save_revision()
    assert "Страницы портала" in shown(mikron)
    with committed():
        revision.publish()
    assert shown(mikron) == {}


def test_a_changed_address_of_a_page_above_is_followed(mikron, committed):
    root = Site.objects.get(is_default_site=True).root_page
    with committed():
        above = root.add_child(instance=Page(title="Обзоры", slug="reviews"))
        above.add_child(instance=Page(title="Завод «Микрон»", slug="one"))
    assert shown(mikron) == {"Страницы портала": [("Завод «Микрон»", "/reviews/one/")]}
    with committed():
        above.slug = "surveys"
        above.save_revision().publish()
    assert shown(mikron) == {"Страницы портала": [("Завод «Микрон»", "/surveys/one/")]}


def test_figures_are_mentioned_unless_the_card_shows_them(mikron, committed):
    make_entrance(FiguresIndexPage)
    with committed():
        figure = FigureFactory(subject="Выручка завода «Микрон»", slug="revenue")
        FigureFactory(subject="Доля «Микрон» в черновике", live=False)
    assert shown(mikron) == {"Цифры": [("Выручка завода «Микрон»", "/figures/revenue/")]}
    mikron.figures.add(figure)
    mikron.save()
    assert shown(mikron) == {}


def test_a_photo_is_mentioned_only_while_it_is_cleared_and_stands_somewhere(mikron, committed):
    make_entrance(PhotosPage)
    with committed():
        photo = approved_photo(alt_text="Цех завода «Микрон»")
    assert shown(mikron) == {}
    other = Enterprise.objects.get(slug="n-tech")
    with committed():
        other.photos.add(EnterprisePhoto(photo=photo))
        other.save()
    assert shown(mikron) == {"Фото": [("Цех завода «Микрон»", f"/photos/?photo={photo.pk}")]}
    assert shown(other) == {}
    type(photo).objects.filter(pk=photo.pk).update(credit_status=CreditStatus.REJECTED)
    assert shown(mikron) == {}


def test_a_text_that_cannot_be_read_stops_nothing_else_after_the_commit(story, committed, monkeypatch):
    def fail(kind, key):
        raise ValueError("text")

    monkeypatch.setattr(keeping, "keep_text", fail)
    done = []
    with committed():
        story.save()
        transaction.on_commit(lambda: done.append("later"))
    assert done == ["later"]


def test_a_photo_is_mentioned_where_the_page_of_authors_stands_now(mikron, committed):
    with committed():
        photo = approved_photo(alt_text="Цех завода «Микрон»")
        other = Enterprise.objects.get(slug="n-tech")
        other.photos.add(EnterprisePhoto(photo=photo))
        other.save()
    assert shown(mikron) == {}
    page = make_entrance(PhotosPage)
    assert shown(mikron) == {"Фото": [("Цех завода «Микрон»", f"/photos/?photo={photo.pk}")]}
    above = page.get_parent().add_child(instance=Page(title="О портале", slug="about"))
    page.move(above, pos="last-child")
    assert shown(mikron) == {"Фото": [("Цех завода «Микрон»", f"/about/photos/?photo={photo.pk}")]}
    PhotosPage.objects.get().unpublish()
    assert shown(mikron) == {}


def test_texts_written_past_the_signals_are_read_anew(mikron, story):
    PublicText.objects.all().delete()
    PublicText.objects.create(kind="figure", key=987, title="Нет такой", url="/", text="«Микрон»", words=" микрон ")
    keep_all_texts()
    assert shown(mikron) == {"Страницы портала": [("Электроника", "/industries/instruments/")]}


def test_looking_for_nothing_takes_two_queries(mikron, django_assert_num_queries):
    mentions_of(mikron)
    with django_assert_num_queries(2):
        assert mentions_of(mikron) == []
