"""Pages, figures and photos as texts that may speak of an organisation."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from industries.mentions.kinds import ReadText, TextKind, register_text_kind
from industries.models import Enterprise
from media.models import Photo
from media.public_pages import open_pages
from media.public_places import public_places
from portal.core.models import PhotosPage, SectionPage
from portal.figures.models import Figure


def _pages() -> Any:
    return Page.objects.live().public().filter(locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)


def _read_page(page: Page) -> ReadText:
    own = page.specific
    return ReadText(getattr(own, "heading", "") or own.title, own.get_url() or "", _texts_of(own))


def _texts_of(page: Page) -> Iterator[str]:
    """Yield what editors have written on the page; a plain field is left out, as notes of editors are such."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from map(str, field.stream_block.get_searchable_content(getattr(page, field.name)))
        elif isinstance(field, RichTextField):
            yield strip_tags(getattr(page, field.name).replace("</p>", "</p> "))
    yield getattr(page, "plate_caption", "")


def _open(records: Callable[[], QuerySet]) -> Callable[[Collection[int]], Collection[int]]:
    return lambda keys: set(records().filter(pk__in=keys).values_list("pk", flat=True))


def _figures_of(enterprise: Enterprise) -> Collection[int]:
    return set(enterprise.figures.values_list("pk", flat=True))


def _photos_of(enterprise: Enterprise) -> Collection[int]:
    return set(enterprise.photos.values_list("photo_id", flat=True))


def _photos_shown(keys: Collection[int]) -> Collection[int]:
    cleared = {photo.pk for photo in Photo.objects.filter(pk__in=keys) if photo.is_cleared}
    return cleared & set(public_places(cleared))


def _addresses_of_photos(keys: Collection[int]) -> Mapping[int, str]:
    """Return where each photo stands on the page of authors; nothing while visitors see no such page."""
    page = open_pages(PhotosPage).filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return {key: f"{page.get_url()}?photo={key}" for key in keys} if page else {}


def _read_photo(photo: Photo) -> ReadText:
    return ReadText(photo.alt_text, f"?photo={photo.pk}", ())


def register() -> None:
    """Tell what the directory reads of the apps below it."""
    kinds = (
        TextKind(
            "section",
            _("Статья"),
            Page,
            lambda: _pages().type(SectionPage),
            _read_page,
            still_public=_open(open_pages),
        ),
        TextKind(
            "page",
            _("Страницы портала"),
            Page,
            lambda: _pages().not_type(SectionPage),
            _read_page,
            still_public=_open(open_pages),
        ),
        TextKind(
            "figure",
            _("Цифры"),
            Figure,
            lambda: Figure.objects.live(),
            lambda figure: ReadText(figure.subject, reverse("figures:figure", args=[figure.slug]), [figure.caption]),
            shown_apart=_figures_of,
            still_public=_open(Figure.objects.open_to_visitors),
        ),
        TextKind(
            "photo",
            _("Фото"),
            Photo,
            lambda: Photo.objects.exclude(alt_text=""),
            _read_photo,
            shown_apart=_photos_of,
            still_public=_photos_shown,
            addresses=_addresses_of_photos,
        ),
    )
    for kind in kinds:
        register_text_kind(kind)
