import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Locale, Page

from portal.core.menu import MenuItem, foreign_language, front_page_url, menu_of, site_menu
from portal.longread.tests.factories import add_workforce, make_article

pytestmark = pytest.mark.django_db


def add_page(article, title, slug, **values):
    return article.add_child(instance=Page(title=title, slug=slug, **{"show_in_menus": True, **values}))


def test_the_menu_holds_the_live_pages_an_editor_has_put_into_it():
    article = make_article()
    add_page(article, "Предприятия", "enterprises")
    add_page(article, "Черновик", "draft", live=False)
    add_page(article, "Не в меню", "hidden", show_in_menus=False)
    add_workforce(article)
    assert site_menu(RequestFactory().get("/")) == [MenuItem("Предприятия", "/enterprises/")]


def test_an_entry_is_current_on_everything_below_it():
    page = add_page(make_article(), "Предприятия", "enterprises")
    entries = [menu_of([page], RequestFactory().get(path))[0].is_current for path in ("/enterprises/mikron/", "/")]
    assert entries == [True, False]


def test_the_article_shows_the_portals_menu_once_and_its_own_first(client):
    article = make_article()
    add_workforce(article)
    add_page(article, "Предприятия", "enterprises")
    html = client.get("/").content.decode()
    assert html.count('href="/enterprises/"') == 1
    assert html.index('href="#people"') < html.index('href="/enterprises/"')


def test_an_article_in_one_language_offers_no_switch(client):
    make_article()
    html = client.get("/").content.decode()
    assert "language-switch" not in html
    assert "hreflang" not in html


def test_a_translated_article_leads_to_its_other_language_from_both(client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    article = make_article()
    translated = article.copy_for_translation(english)
    translated.title = "Industrial landscape"
    translated.save_revision().publish()
    russian_page = client.get("/").content.decode()
    english_page = client.get("/en/").content.decode()
    assert '<a href="http://localhost/en/" lang="en" hreflang="en">English</a>' in russian_page
    assert '<a href="http://localhost/" lang="ru" hreflang="ru">Русский</a>' in english_page
    assert '<link rel="alternate" hreflang="en" href="http://localhost/en/">' in english_page


def test_a_translation_that_is_not_published_is_not_offered(client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    make_article().copy_for_translation(english)
    assert "hreflang" not in client.get("/").content.decode()
    assert client.get("/en/").status_code == 404


def test_a_page_in_a_language_without_a_front_page_leads_to_what_there_is():
    Locale.objects.get_or_create(language_code="en")
    add_page(make_article(), "Предприятия", "enterprises")
    request = RequestFactory().get("/en/exports/markets/turkey/")
    with translation.override("en"):
        assert front_page_url(request) == "/"
        assert site_menu(request) == [MenuItem("Предприятия", "/enterprises/")]


def test_labels_of_another_language_than_the_page_say_which(django_assert_num_queries):
    Locale.objects.get_or_create(language_code="en")
    make_article()
    request = RequestFactory().get("/en/exports/markets/turkey/")
    with translation.override("en"):
        assert foreign_language(request) == "ru"
    with django_assert_num_queries(0):
        assert foreign_language(request) == ""


def test_a_page_in_a_language_with_a_front_page_leads_to_it():
    english = Locale.objects.get_or_create(language_code="en")[0]
    make_article().copy_for_translation(english).save_revision().publish()
    with translation.override("en"):
        request = RequestFactory().get("/en/exports/markets/turkey/")
        assert (front_page_url(request), foreign_language(request)) == ("/en/", "")
