"""Background work after an import of enterprises."""

from django.db import transaction
from django_tasks import task
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends

from industries.models import Enterprise


@task()
def refresh_indexes(keys: list[int]) -> None:
    """Bring search and the list of usages up to date for records that were written past their own save."""
    records = list(Enterprise.objects.filter(pk__in=keys).prefetch_related("markets", "figures"))
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Enterprise, records)
    with transaction.atomic():
        for record in records:
            ReferenceIndex.create_or_update_for_object(record)
