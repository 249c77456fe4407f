"""Every address of the admin has a stated outcome for everyone; a new address without one fails here."""

import tomllib
from pathlib import Path

import pytest
from django.test import Client
from wagtail.models import Page

from portal.accounts.models import User
from portal.accounts.tests.factories import make_administrator, make_editor, make_moderator
from portal.figures.models import Figure
from portal.longread.models import WorkforceSectionPage
from tests.admin_objects import AdminObjects
from tests.admin_routes import admin_routes, outcome_of

pytestmark = [pytest.mark.django_db, pytest.mark.same_on_every_database]

TABLE_FILES = sorted(Path(__file__).with_name("admin_access").glob("*.toml"))
ROLES = {"anonymous": None, "editor": make_editor, "moderator": make_moderator, "administrator": make_administrator}
TABLES = [tomllib.loads(path.read_text()) for path in TABLE_FILES]
TABLE = {pattern: words for table in TABLES for pattern, words in table.items()}
SHUT = {"login", "denied", "absent", "post-login", "post-denied", "post-absent"}
UPSTREAM_FAULTS = {"admin/redirects/import/process/": "an empty form breaks in the framework; administrators only"}
FOR_ADMINISTRATORS = (
    "admin/users/",
    "admin/groups/",
    "admin/sites/",
    "admin/locales/",
    "admin/workflows/enable",
    "admin/workflows/disable",
    "admin/workflows/edit",
    "admin/workflows/add",
    "admin/workflows/tasks/add",
    "admin/workflows/tasks/edit",
    "admin/workflows/tasks/disable",
    "admin/workflows/tasks/enable",
    "admin/workflows/remove",
    "admin/collections/",
    "admin/settings/",
    "admin/bulk/accounts/user/",
)


def measure(objects, routes, role):
    """Ask for each of the routes as someone of the role; return what came of it by pattern."""
    make = ROLES[role]
    person = make() if make else None
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    cookies = client.cookies.copy()
    outcomes = {}
    for pattern, route in routes.items():
        outcomes[pattern] = outcome_of(client, objects.address_of(route))
        client.cookies = cookies.copy()
    return outcomes


def stated(role):
    """Return the table's column of a role."""
    column = list(ROLES).index(role)
    return {pattern: words.split()[column] for pattern, words in TABLE.items()}


def test_every_address_of_the_admin_is_in_the_table():
    routes = admin_routes()
    new = {pattern: route for pattern, route in routes.items() if pattern not in TABLE}
    if new:
        objects = AdminObjects()
        measured = {role: measure(objects, new, role) for role in ROLES}
        lines = [
            f'"{pattern}" = "{" ".join(measured[role][pattern] for role in ROLES)}"'.replace("\\", "\\\\")
            for pattern in new
        ]
        pytest.fail(
            f"{len(new)} address(es) of the admin have no stated outcome. Check that each of these lines says what "
            "SHOULD happen (anonymous, editor, moderator, administrator) and add it in tests/admin_access:\n"
            + "\n".join(lines)
        )


def test_no_address_is_stated_twice():
    assert sum(map(len, TABLES)) == len(TABLE)


def test_the_table_names_no_address_that_is_gone():
    assert sorted(set(TABLE) - set(admin_routes())) == []


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_a_role_as_stated(role):
    routes = {pattern: route for pattern, route in admin_routes().items() if pattern in TABLE}
    measured = measure(AdminObjects(), routes, role)
    wrong = {
        pattern: (word, stated(role)[pattern]) for pattern, word in measured.items() if word != stated(role)[pattern]
    }
    assert wrong == {}, "address: (what came of it, what tests/admin_access says)"


def test_no_address_is_stated_to_break():
    broken = {pattern for pattern, words in TABLE.items() if "FAULT" in words}
    assert broken <= UPSTREAM_FAULTS.keys()


def test_strangers_see_nothing_but_the_entrance():
    seen = {pattern for pattern, word in stated("anonymous").items() if word not in SHUT}
    assert seen == {
        "admin/login/",
        "admin/password_reset/",
        "admin/password_reset/done/",
        "admin/password_reset/complete/",
        "admin/password_reset/confirm/<uidb64>/<token>/",
        "admin/session/",
        "admin/session/prolong/",
        "admin/sprite/",
        "admin/jsi18n/",
    }


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_only_administrators_reach_people_sites_and_settings(role):
    reached = {
        pattern for pattern, word in stated(role).items() if pattern.startswith(FOR_ADMINISTRATORS) and word not in SHUT
    }
    assert reached == set()


def test_moderators_reach_nothing_that_writes_or_publishes_pages():
    shut = [
        pattern
        for pattern in TABLE
        if pattern.startswith(("admin/pages/add/", "admin/api/main/^pages/<int:pk>/action/"))
        or (
            pattern.startswith("admin/pages/<int:page_id>/")
            and pattern.rsplit("/", 2)[1]
            in {"edit", "delete", "unpublish", "lock", "unlock", "copy", "privacy", "preview"}
        )
    ]
    assert len(shut) >= 10
    assert {pattern: stated("moderator")[pattern] for pattern in shut if stated("moderator")[pattern] not in SHUT} == {}


@pytest.mark.parametrize(("make", "is_live_after"), [(make_moderator, False), (make_editor, True)])
def test_a_forged_publication_changes_something_only_for_editors(make, is_live_after):
    objects = AdminObjects()
    section = objects.article.add_child(
        instance=WorkforceSectionPage(title="Черновик", slug="draft", heading="Ещё не вышло", live=False)
    )
    client = Client()
    client.force_login(make())
    form = {
        "title": "Черновик",
        "slug": "draft",
        "heading": "Ещё не вышло",
        "lead": "null",
        "body-count": "0",
        "action-publish": "1",
        "nav_label": "",
        "anchor": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    client.post(f"/admin/pages/{section.pk}/edit/", form)
    section.refresh_from_db()
    assert section.live is is_live_after


@pytest.mark.parametrize("make", [make_editor, make_moderator])
def test_a_forged_form_makes_nobody_an_administrator(make):
    objects = AdminObjects()
    person = make()
    client = Client()
    client.force_login(person)
    form = {
        "username": person.username,
        "email": "",
        "first_name": "",
        "last_name": "",
        "is_superuser": "on",
        "is_active": "on",
    }
    for key in (person.pk, objects.person.pk):
        client.post(f"/admin/users/edit/{key}/", form)
    client.post("/admin/account/", {**form, "name_email-first_name": "Имя", "name_email-is_superuser": "on"})
    assert not User.objects.filter(is_superuser=True).exists()


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_a_moderator_s_forged_bulk_action_changes_no_page(action):
    objects = AdminObjects()
    draft = objects.article.add_child(
        instance=WorkforceSectionPage(title="Черновик", slug="draft", heading="Ещё не вышло", live=False)
    )
    before = list(Page.objects.order_by("pk").values("pk", "path", "live"))
    client = Client()
    client.force_login(make_moderator())
    address = f"/admin/bulk/wagtailcore/page/{action}/?id={draft.pk}&id={objects.section.pk}"
    client.post(address, {"chooser": objects.article.pk, "include_descendants": "on"})
    assert list(Page.objects.order_by("pk").values("pk", "path", "live")) == before


@pytest.mark.parametrize("make", [make_editor, make_moderator])
def test_a_forged_bulk_action_deletes_no_figure_and_no_person(make):
    objects = AdminObjects()
    client = Client()
    client.force_login(make())
    client.post(f"/admin/bulk/figures/figure/delete/?id={objects.figure.pk}")
    client.post(f"/admin/bulk/accounts/user/delete/?id={objects.person.pk}")
    assert Figure.objects.filter(pk=objects.figure.pk).exists()
    assert User.objects.filter(pk=objects.person.pk).exists()
