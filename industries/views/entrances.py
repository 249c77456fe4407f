"""The pages above the records, in the language of the address."""

from typing import TypeVar

from django.http import Http404
from django.utils.translation import get_language

from portal.core.models import IndexPage

EntrancePage = TypeVar("EntrancePage", bound=IndexPage)


def entrance(model: type[EntrancePage]) -> EntrancePage:
    """Return the live entrance page in the visitor's language.

    Raises:
        Http404: there is none, so nothing below it is shown either.
    """
    page = model.objects.live().filter(locale__language_code=get_language()).first()
    if page is None:
        raise Http404
    return page
