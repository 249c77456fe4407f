import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow

from portal.accounts.roles import EDITORS, ENQUIRY_ANSWERERS, MODERATORS, grant_all_roles
from portal.accounts.tests.factories import make_editor, make_moderator

pytestmark = pytest.mark.django_db


def page_rights(person):
    return Page.objects.get(depth=1).permissions_for_user(person)


def test_the_stock_groups_and_workflow_have_russian_names():
    assert set(Group.objects.values_list("name", flat=True)) == {EDITORS, MODERATORS, ENQUIRY_ANSWERERS}
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Проверка в редакции"]
    task = GroupApprovalTask.objects.get()
    assert (task.name, [group.name for group in task.groups.all()]) == ("Проверка редактором", [EDITORS])


def test_editors_write_and_publish_pages_and_keep_figures_and_pictures():
    editor = make_editor()
    rights = page_rights(editor)
    assert rights.can_add_subpage()
    assert rights.can_publish_subpage()
    for right in ("figures.change_figure", "figures.publish_figure", "figures.add_source", "media.change_photoslot"):
        assert editor.has_perm(right), right


def test_editors_decide_on_no_credit_and_manage_no_people():
    editor = make_editor()
    for right in (
        "media.moderate_credit",
        "accounts.change_user",
        "accounts.add_user",
        "auth.change_group",
        "wagtailcore.change_site",
    ):
        assert not editor.has_perm(right), right


def test_moderators_decide_on_credits_and_touch_neither_pages_nor_people():
    moderator = make_moderator()
    assert moderator.has_perm("media.moderate_credit")
    rights = page_rights(moderator)
    assert not rights.can_add_subpage()
    assert not rights.can_publish_subpage()
    assert moderator.get_all_permissions() == {
        "wagtailadmin.access_admin",
        "media.moderate_credit",
        "media.view_rightsholder",
        "media.add_rightsholder",
        "media.change_rightsholder",
        "media.view_creditdecision",
        "media.view_holderchange",
        "media.view_reasontemplate",
        "media.add_reasontemplate",
        "media.change_reasontemplate",
        "media.delete_reasontemplate",
    }


def test_granting_again_changes_nothing_and_takes_nothing_away():
    group = Group.objects.get(name=EDITORS)
    extra = group.permissions.model.objects.get(content_type__app_label="wagtailcore", codename="view_site")
    group.permissions.add(extra)
    before = set(group.permissions.all()), group.page_permissions.count(), group.collection_permissions.count()
    grant_all_roles()
    assert (
        set(group.permissions.all()),
        group.page_permissions.count(),
        group.collection_permissions.count(),
    ) == before


def test_a_role_that_was_lost_is_made_again():
    Group.objects.all().delete()
    grant_all_roles()
    assert make_editor().has_perm("wagtailadmin.access_admin")
