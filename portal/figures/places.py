"""Where a page or record shows figures, read from its content in memory: live, draft or scheduled alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Manager, Model
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst
from modelcluster.fields import ParentalManyToManyField
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText

from portal.figures.models import Figure

SENTENCE_CHARACTERS = 120
_TAG_OF_ANY_FIGURE = re.compile(r'<embed\b[^>]*embedtype="figure"[^>]*/>')


@dataclass(frozen=True)
class FigurePlace:
    """One place of a figure in one page's or record's content.

    ``caption`` is the place's own caption or the sentence around an inline figure; ``field`` names the field of the
    record where the figure is chosen for the record as a whole (a headline figure), and is empty for a place in text.
    """

    figure_key: int
    path: tuple[str, ...]
    caption: str
    field: str = ""
    is_inline: bool = False


def figure_places(instance: Model) -> list[FigurePlace]:
    """Return the places of figures in ``instance`` as it is in memory, in the order of its content.

    Reads the reference extraction Wagtail keeps private; a contract test holds it. Figures chosen as a list in a
    record's own field, which that extraction leaves out, come last.
    """
    figure_type = ContentType.objects.get_for_model(Figure).pk
    places: list[FigurePlace] = []
    for type_key, key, _model_path, content_path in ReferenceIndex._extract_references_from_object(instance):
        if type_key == figure_type:
            places += _places(instance, int(key), tuple(content_path.split(".")))
    return list(dict.fromkeys([*places, *_chosen_lists(instance)]))


def _chosen_lists(instance: Any) -> Iterator[FigurePlace]:
    for field in instance._meta.many_to_many:
        if field.related_model is Figure and (instance.pk or isinstance(field, ParentalManyToManyField)):
            name = capfirst(str(field.verbose_name))
            chosen = getattr(instance, field.name).all()
            yield from (FigurePlace(figure.pk, (field.name,), "", field=name) for figure in chosen)


def _places(instance: Model, key: int, path: tuple[str, ...]) -> Iterator[FigurePlace]:
    holder, value = _walk(instance, path)
    if isinstance(holder, Model) and holder is not instance:
        yield FigurePlace(key, path, str(holder))
        return
    text = value.source if isinstance(value, RichText) else value
    if isinstance(text, str):
        sentences = _sentences_with(text, key)
        yield from (FigurePlace(key, path, sentence, is_inline=True) for sentence in sentences)
    elif holder is instance:
        yield FigurePlace(key, path, "", field=capfirst(str(instance._meta.get_field(path[0]).verbose_name)))
    else:
        yield FigurePlace(key, path, str(holder.get("caption") or "") if hasattr(holder, "get") else "")


def _walk(instance: Any, path: tuple[str, ...]) -> tuple[Any, Any]:
    holder, value = instance, instance
    for part in path:
        holder, value = value, _step(value, part)
    return holder, value


def _step(value: Any, part: str) -> Any:
    if isinstance(value, StreamValue):
        return next((child.value for child in value if child.id == part), None)
    if isinstance(value, ListValue):
        return next((child.value for child in value.bound_blocks if child.id == part), None)
    if isinstance(value, Manager):
        return next((child for child in value.all() if str(child.pk) == part), None)
    if hasattr(value, "get") and not isinstance(value, Model):
        return value.get(part)
    return getattr(value, part, None)


def _sentences_with(html: str, key: int) -> Iterator[str]:
    mark = re.compile(rf'<embed\b[^>]*\bid="{key}"[^>]*/>')
    for paragraph in re.split(r"</(?:p|li|h\d)>", html):
        for sentence in re.split(r"(?<=[.!?…])\s+", paragraph):
            if mark.search(sentence) and _TAG_OF_ANY_FIGURE.search(sentence):
                words = unescape(strip_tags(_TAG_OF_ANY_FIGURE.sub("[…]", mark.sub("[…]", sentence)))).strip()
                yield Truncator(words).chars(SENTENCE_CHARACTERS)
