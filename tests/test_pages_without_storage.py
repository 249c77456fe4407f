"""Public pages ask no storage for anything: one that is slow or away keeps none of them waiting."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, storages

from tests.crawler import NOT_PAGES, OF_ONE_SHAPE, PageReader, shape_of

ASKED = ("_open", "_save", "delete", "exists", "size", "listdir", "get_modified_time", "get_created_time")


@pytest.fixture
def asked(monkeypatch):
    """What has been asked of the storages of photos."""
    found, of_photos = [], {id(storages["default"]), id(storages["private"])}
    for name in ASKED:
        stock = getattr(FileSystemStorage, name)

        def noted(storage, *args, name=name, stock=stock):
            if id(storage) in of_photos:
                found.append((name, *args))
            return stock(storage, *args)

        monkeypatch.setattr(FileSystemStorage, name, noted)
    return found


def visited(client, start):
    """Visit the public pages and feeds in this process, a few of each shape; return the addresses that answered."""
    waiting, known, counts, answered = [start], {start}, {}, []
    while waiting:
        address = waiting.pop(0)
        shape = shape_of(address)
        counts[shape] = counts.get(shape, 0) + 1
        if counts[shape] > OF_ONE_SHAPE:
            continue
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        if response.status_code == 200:
            answered.append(address)
        is_page = response.status_code == 200 and "html" in response["Content-Type"]
        for link in PageReader(content.decode()).links if is_page else ():
            found = urldefrag(urljoin(address, link)).url
            is_here = urlsplit(found).netloc in {"", "testserver"} and not urlsplit(found).path.startswith(NOT_PAGES)
            if is_here and found.startswith("/") and found not in known:
                known.add(found)
                waiting.append(found)
    return answered


def test_no_public_page_asks_a_storage_for_anything(shared_demo_site, db, client, asked):
    cache.clear()
    answered = visited(client, "/")
    machines = [client.get(address).status_code for address in ("/sitemap.xml", "/robots.txt")]
    assert (machines, asked) == ([200, 200], [])
    assert len(answered) > 40
    assert {"/", "/photos/", "/figures/"} <= set(answered)
