"""Which pages visitors see."""

from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def open_pages(model: type[Page] = Page) -> PageQuerySet:
    """Return the pages of ``model`` that answer every visitor: published, and behind no restriction of a page above.

    A page whose model says ``is_hidden_with_parent`` needs a published parent too: a section has no address while its
    article is not published. The condition is a part of the query that reads the pages; it costs none of its own.
    """
    hidden = Q(pk__in=[]) if model is Page else Q()
    for part in _parts() if model is Page else ():
        hidden |= Q(content_type__app_label=part._meta.app_label, content_type__model=part._meta.model_name)
    pages = model.objects.live().exclude(Exists(_restrictions()))
    if model is Page or _is_part(model):
        pages = pages.exclude(hidden & ~Exists(_published_parents()))
    return pages


def _restrictions() -> Any:
    here = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return PageViewRestriction.objects.annotate(here=here).filter(here__startswith=F("page__path"))


def _published_parents() -> Any:
    parent = Substr(OuterRef("path"), Value(1), Length(OuterRef("path")) - Page.steplen)
    return Page.objects.filter(live=True, path=parent).order_by()


def _parts() -> list[type[Page]]:
    return [model for model in apps.get_models() if issubclass(model, Page) and _is_part(model)]


def _is_part(model: type[Page]) -> bool:
    return getattr(model, "is_hidden_with_parent", False)
