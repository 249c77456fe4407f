"""The pages that stand above figures and sources; where one is not published, what lies below it is not public."""

from typing import TypeVar

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.models import IndexPage

Entrance = TypeVar("Entrance", bound=IndexPage)


def entrance_or_404(model: type[Entrance]) -> Entrance:
    """Return the published entrance in the language of the address. One query.

    Raises:
        Http404: it is not published in that language.
    """
    found = model.objects.live().public().filter(locale__language_code=get_language()).first()
    if found is None:
        raise Http404(_("Этой страницы пока нет."))
    return found
