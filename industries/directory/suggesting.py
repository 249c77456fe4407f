"""Names suggested while a visitor types."""

from django.http import QueryDict

from industries.directory.listing import EnterpriseListing
from industries.enterprise_names import name_key
from industries.models.enterprise import Enterprise
from portal.listing.request_state import RequestState
from portal.listing.result import ListingResult

MOST_SUGGESTIONS = 8


def suggested_names(typed: str) -> list[str]:
    """Return names that begin as is typed, then those found that hold it elsewhere; products suggest nothing."""
    asked = QueryDict(mutable=True)
    asked["q"] = typed
    state = RequestState(EnterpriseListing(), asked)
    key = name_key(state.text.text)
    if not state.text.words or not key:
        return []
    beginning = Enterprise.objects.shown().filter(name_key__startswith=key).order_by("name", "pk")
    names = dict.fromkeys(beginning.values_list("name", flat=True)[:MOST_SUGGESTIONS])
    if len(names) < MOST_SUGGESTIONS:
        names |= dict.fromkeys(row.title for row in ListingResult(state).rows if key in name_key(row.title))
    return list(names)[:MOST_SUGGESTIONS]
