from django.db import migrations

EDITORS = "Редакторы"
MODERATORS = "Модераторы"
GROUP_NAMES = {"Editors": EDITORS, "Moderators": MODERATORS}
STOCK_APPROVAL = "Moderators approval"
WORKFLOW_NAME = "Проверка в редакции"
TASK_NAME = "Проверка редактором"


def rename_groups(apps):
    Group = apps.get_model("auth", "Group")
    for former, name in GROUP_NAMES.items():
        Group.objects.filter(name=former).update(name=name)
        Group.objects.get_or_create(name=name)


def take_page_and_file_rights_from_moderators(apps):
    moderators = apps.get_model("auth", "Group").objects.get(name=MODERATORS)
    apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(group=moderators).delete()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(group=moderators).exclude(
        permission__codename="choose_image"
    ).delete()
    moderators.permissions.set(moderators.permissions.filter(codename="access_admin"))


def hand_stock_workflow_to_editors(apps):
    editors = apps.get_model("auth", "Group").objects.get(name=EDITORS)
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=STOCK_APPROVAL).update(name=WORKFLOW_NAME)
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=STOCK_APPROVAL):
        task.name = TASK_NAME
        task.save()
        task.groups.set([editors])


def prepare_roles(apps, schema_editor):
    rename_groups(apps)
    take_page_and_file_rights_from_moderators(apps)
    hand_stock_workflow_to_editors(apps)


class Migration(migrations.Migration):
    """Names the stock groups and workflow in Russian and leaves moderators no right over pages and files."""

    dependencies = [
        ("accounts", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailadmin", "0006_formstate"),
    ]

    operations = [migrations.RunPython(prepare_roles, migrations.RunPython.noop)]
