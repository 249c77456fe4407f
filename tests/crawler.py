"""Walks the public pages as a search engine does: from the front page along every link."""

import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

OF_ONE_SHAPE = 3
NOT_PAGES = ("/admin/", "/static/", "/uploads/", "/documents/")


class PageReader(HTMLParser):
    """Collects the links of a page and, for each image, the credit of the figure it stands in."""

    def __init__(self, text):
        super().__init__()
        self.links, self.pictures = [], []
        self.depth, self.in_credit = 0, False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        classes = (values.get("class") or "").split()
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        elif tag == "figure" and "photo" in classes:
            self.depth += 1
        elif tag == "img":
            self.pictures.append([values.get("src"), "" if self.depth else None])
        elif "photo__credit" in classes:
            self.in_credit = True

    def handle_endtag(self, tag):
        if tag == "figure" and self.depth:
            self.depth -= 1
        elif tag == "span":
            self.in_credit = False

    def handle_data(self, data):
        if self.in_credit and self.pictures and self.pictures[-1][1] is not None:
            self.pictures[-1][1] += data.strip()


def page_text(address):
    """Return the page at an address, nothing where there is another kind of file; a dead link is raised."""
    try:
        with urllib.request.urlopen(address) as response:
            return response.read().decode() if "html" in response.headers["Content-Type"] else ""
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{address} answers {error.code}") from error


def shape_of(address):
    """Return what kind of page an address leads to: its first part, its depth, whether it asks for something."""
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    return steps[0] if steps else "", len(steps), bool(parts.query)


def public_pages(start):
    """Yield the address and the content of the public pages, a few of each shape."""
    waiting, known, counts = [start], {start}, {}
    while waiting:
        address = waiting.pop(0)
        shape = shape_of(address)
        if counts.get(shape, 0) >= OF_ONE_SHAPE:
            continue
        counts[shape] = counts.get(shape, 0) + 1
        text = page_text(address)
        reader = PageReader(text)
        if text:
            yield address, reader
        for link in reader.links:
            found = urldefrag(urljoin(address, link)).url
            path = urlsplit(found).path
            if found.startswith(start) and found not in known and not path.startswith(NOT_PAGES):
                known.add(found)
                waiting.append(found)
