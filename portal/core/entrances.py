"""The pages above records: where one is not open to visitors, nothing below it is public."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, QuerySet
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from media.public_pages import open_pages

if TYPE_CHECKING:
    from portal.core.models import IndexPage

Entrance = TypeVar("Entrance", bound="IndexPage")
Records = TypeVar("Records", bound=QuerySet)


def entrance_or_404(model: type[Entrance], *related: str) -> Entrance:
    """Return the entrance in the language of the address, with its ``related`` records. One query.

    Raises:
        Http404: it is not published in that language, or not for everybody; then nothing below it is.
    """
    pages = open_pages(model).filter(locale__language_code=get_language())
    found = pages.select_related(*related).first() if related else pages.first()
    if found is None:
        raise Http404(_("Этой страницы пока нет."))
    return found


def below_entrance(label: str, records: Records, **conditions: Any) -> Records:
    """Keep ``records`` while the page above them is open in the first language; costs no query of its own.

    ``label`` names the page's model; ``conditions`` tie the page to a record.
    """
    pages = open_pages(apps.get_model(label)).filter(locale__language_code=settings.LANGUAGE_CODE, **conditions)
    return records.filter(Exists(pages.order_by()))
