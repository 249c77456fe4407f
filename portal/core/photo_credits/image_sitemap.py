"""The map of images for search engines: each public page with the photos a visitor meets on it."""

from collections import defaultdict
from urllib.parse import urldefrag

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from media.models import Photo
from media.pictures import Picture
from media.public_places import public_places, used_photo_keys


@require_safe
def image_sitemap(request: HttpRequest) -> HttpResponse:
    """List the images of every public page; the sections of an article count as the article's."""
    photos = list(Photo.objects.cleared().filter(pk__in=used_photo_keys()).for_display().order_by("pk"))
    pages: dict[str, dict[int, None]] = defaultdict(dict)
    for key, places in public_places([photo.pk for photo in photos]).items():
        for place in places:
            pages[request.build_absolute_uri(urldefrag(place.url).url)][key] = None
    pictures = {photo.pk: Picture.of(photo) for photo in photos}
    entries = [
        {"url": url, "images": [request.build_absolute_uri(pictures[key].url) for key in keys if pictures[key].url]}
        for url, keys in sorted(pages.items())
    ]
    return render(request, "core/image_sitemap.xml", {"entries": entries}, content_type="application/xml")
