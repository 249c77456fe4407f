"""The roles of the portal and the rights each of them brings.

Editors write and publish. Moderators decide on photo credits and change neither pages nor people.
Those who answer enquiries read them, with the personal data in them. Administrators are superusers.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = "Редакторы"
MODERATORS = "Модераторы"
ENQUIRY_ANSWERERS = "Ответственные за обращения"

RECORD_PERMISSIONS: dict[str, tuple[str, ...]] = {
    EDITORS: (
        "wagtailadmin.access_admin",
        "exports.view_exportcase",
        "exports.add_exportcase",
        "exports.change_exportcase",
        "exports.publish_exportcase",
        "exports.view_exportfact",
        "exports.add_exportfact",
        "exports.change_exportfact",
        "exports.publish_exportfact",
        "exports.view_productgroup",
        "exports.add_productgroup",
        "exports.change_productgroup",
        "exports.view_tradeevent",
        "exports.add_tradeevent",
        "exports.change_tradeevent",
        "exports.publish_tradeevent",
        "figures.view_figure",
        "figures.add_figure",
        "figures.change_figure",
        "figures.publish_figure",
        "figures.view_source",
        "figures.add_source",
        "figures.change_source",
        "figures.view_figuretopic",
        "figures.add_figuretopic",
        "figures.change_figuretopic",
        "figures.view_unit",
        "figures.add_unit",
        "figures.change_unit",
        "imports.view_importrun",
        "imports.add_importrun",
        "industries.view_enterprise",
        "industries.add_enterprise",
        "industries.change_enterprise",
        "industries.publish_enterprise",
        "industries.view_industry",
        "industries.change_industry",
        "industries.view_market",
        "industries.add_market",
        "industries.change_market",
        "media.view_rightsholder",
        "media.add_rightsholder",
        "media.change_rightsholder",
        "media.view_photoslot",
        "media.change_photoslot",
        "technopolis.view_site",
        "technopolis.add_site",
        "technopolis.change_site",
        "technopolis.publish_site",
        "technopolis.view_taxrate",
        "technopolis.add_taxrate",
        "technopolis.change_taxrate",
        "technopolis.view_benefit",
        "technopolis.add_benefit",
        "technopolis.change_benefit",
        "technopolis.view_zone",
        "technopolis.change_zone",
        "technopolis.view_district",
        "technopolis.add_district",
        "technopolis.change_district",
    ),
    MODERATORS: (
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
    ),
    ENQUIRY_ANSWERERS: (
        "wagtailadmin.access_admin",
        "technopolis.view_enquiry",
        "technopolis.change_enquiry",
    ),
}
COLLECTION_PERMISSIONS: dict[str, tuple[str, ...]] = {
    EDITORS: (
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.change_document",
        "wagtaildocs.choose_document",
    ),
    MODERATORS: ("wagtailimages.choose_image",),
    ENQUIRY_ANSWERERS: (),
}
PAGE_PERMISSIONS: dict[str, tuple[str, ...]] = {
    EDITORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    MODERATORS: (),
    ENQUIRY_ANSWERERS: (),
}


def find_permissions(labels: tuple[str, ...]) -> list[Permission]:
    """Return those of the named permissions whose app already defines them."""
    wanted = Q(pk__in=())
    for label in labels:
        app_label, codename = label.split(".")
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    return list(Permission.objects.filter(wanted))


def grant_role(name: str) -> None:
    """Give the role's group every right that is declared here and exists by now; take none away."""
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(*find_permissions(RECORD_PERMISSIONS[name]))
    root_collection = Collection.objects.filter(depth=1).first()
    root_page = Page.objects.filter(depth=1).first()
    if root_collection:
        for permission in find_permissions(COLLECTION_PERMISSIONS[name]):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root_collection, permission=permission
            )
    if root_page:
        for codename in PAGE_PERMISSIONS[name]:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.get_or_create(group=group, page=root_page, permission=permission)


def grant_all_roles() -> None:
    """Bring every role's group up to what is declared here; safe to repeat."""
    for name in RECORD_PERMISSIONS:
        grant_role(name)
