import re
from html import unescape

from wagtail.models import Page

from portal.figures.bare_numbers import bare_numbers, bare_numbers_of

# What shows figures, facts of export, conditions of residents, dates, sources, sheet numbers; all else is text.
FIGURE_ELEMENTS = re.compile(
    r'<(?P<tag>div|p|li|data|span|table|dl|dd|figure|ol|ul|section|article)\b[^>]*class="[^"]*\b'
    r'(?:figure|inline-figure|dimension|sheet__number|title-block|fact|conditions)[^"]*"',
)


def words_of(html):
    """Return the visible text of a page without its figure elements."""
    body = re.sub(r"<(script|style|svg|time|head|footer|nav)\b.*?</\1>", " ", html, flags=re.DOTALL)
    while match := FIGURE_ELEMENTS.search(body):
        body = body[: match.start()] + " " + body[end_of(body, match) :]
    return unescape(re.sub(r"<[^>]+>", " ", body))


def end_of(html, match):
    """Return where the element that begins at ``match`` ends, counting elements of its name inside it."""
    depth = 0
    for tag in re.finditer(rf"<(/?){match['tag']}\b[^>]*>", html[match.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return match.start() + tag.end()
    return len(html)


def test_the_article_has_no_digit_outside_figures_and_exemptions(shared_demo_site, db, client):
    assert bare_numbers(words_of(client.get("/").content.decode())) == []


def test_no_live_page_has_a_digit_in_its_texts_outside_figures_and_exemptions(shared_demo_site, db):
    pages = [page.specific for page in Page.objects.live().filter(depth__gt=1)]
    assert len(pages) > 15
    assert {page.slug: numbers for page in pages if (numbers := bare_numbers_of(page))} == {}
