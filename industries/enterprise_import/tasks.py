"""Background work after an import of enterprises."""

from django_tasks import task
from wagtail.models import ReferenceIndex
from wagtail.search import index

from industries.models import Enterprise


@task()
def refresh_indexes(keys: list[int]) -> None:
    """Bring search and the list of usages up to date for records that were written past their own save."""
    for record in Enterprise.objects.filter(pk__in=keys).prefetch_related("markets"):
        index.insert_or_update_object(record)
        ReferenceIndex.create_or_update_for_object(record)
