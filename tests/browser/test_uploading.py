"""Uploading many photos at once, as an editor does it."""

import json

import pytest
from playwright.sync_api import expect

from media.tests.bad_files import sound_picture

pytestmark = pytest.mark.browser
UPLOAD = "**/admin/images/multiple/add/"
BUSY = json.dumps({"success": False, "is_busy": True, "error_message": "Подождите минуту"})


def test_many_files_are_counted_and_one_a_busy_server_puts_off_is_sent_again(editing_server, sign_in):
    page = sign_in(editing_server, "editor")
    page.goto(f"{editing_server.url}/admin/images/multiple/add/")
    sent = []

    def put_off_the_first(route):
        sent.append(route.request.method)
        if len(sent) == 1:
            route.fulfill(status=200, content_type="text/html", body=BUSY)
        else:
            route.continue_()

    page.route(UPLOAD, lambda route: put_off_the_first(route) if route.request.method == "POST" else route.continue_())
    pictures = [
        {"name": f"кадр {number}.jpg", "mimeType": "image/jpeg", "buffer": sound_picture("jpeg", 300 + number, 200)}
        for number in range(3)
    ]
    pictures.append({"name": "обрезан.jpg", "mimeType": "image/jpeg", "buffer": sound_picture("jpeg")[:900]})
    page.locator("#fileupload").set_input_files(pictures)
    expect(page.locator("#upload-count")).to_have_text("Отправлено 4 из 4. Принято: 3.", timeout=20_000)
    expect(page.locator("#upload-list .upload-success")).to_have_count(3)
    expect(page.locator("#upload-list .upload-failure .error_messages")).to_contain_text("обрезан")
    assert len(sent) == 5
