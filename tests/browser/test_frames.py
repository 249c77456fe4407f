"""A page of another origin may frame a figure's card and nothing else of the portal."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CARD = "/figures/sez-area/embed/"
REFUSED = ["/", "/figures/sez-area/", "/figures/", "/sources/", "/figures/changes/", "/admin/login/"]


class Neighbour(BaseHTTPRequestHandler):
    """Answers every request with a page that frames the address it is asked to."""

    def do_GET(self):
        framed = self.path.partition("?")[2]
        body = f'<!doctype html><title>Сосед</title><iframe id="card" src="{framed}" width="360" height="360"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments):
        """Keep the tests' output clean."""


@pytest.fixture
def neighbour():
    with HTTPServer(("127.0.0.1", 0), Neighbour) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def frame_on(page, neighbour, address):
    """Open the neighbour's page with ``address`` in its frame; return the frame."""
    page.goto(f"{neighbour}/?{address}", wait_until="load")
    return page.locator("#card").element_handle().content_frame()


def test_a_foreign_page_frames_the_card_live_and_pinned(page, demo_server, neighbour):
    page.goto(f"{neighbour}/?{demo_server.url}{CARD}")
    card = page.frame_locator("#card")
    expect(card.locator(".card__value")).to_have_text("более\u00a0390\u00a0га")
    expect(card.locator(".card__pin")).to_have_count(0)
    assert card.locator("script").count() == 0
    page.goto(f"{neighbour}/?{demo_server.url}{CARD}?on=2024-11-01")
    expect(card.locator(".card__pin")).to_have_text("Как было известно на 1\u00a0ноября 2024\u00a0года.")
    expect(card.locator(".card__problem")).to_contain_text("Значение устарело. Сейчас: более\u00a0390\u00a0га")


def test_a_foreign_page_frames_nothing_else(page, demo_server, neighbour):
    shown = {address: frame_on(page, neighbour, demo_server.url + address).url for address in REFUSED}
    assert shown == dict.fromkeys(REFUSED, "chrome-error://chromewebdata/")
