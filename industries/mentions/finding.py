"""Finds where an organisation is mentioned."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ReferenceIndex

from industries.mentions.kinds import TextKind, text_kinds
from industries.mentions.matching import is_named, words_in_order
from industries.models import Enterprise, PublicText

MOST_READ = 60


@dataclass(frozen=True)
class Mention:
    """A public page or record that speaks of the organisation."""

    title: str
    url: str


@dataclass(frozen=True)
class MentionGroup:
    """The mentions in things of one kind."""

    label: str
    mentions: Sequence[Mention]


def mentions_of(enterprise: Enterprise) -> list[MentionGroup]:
    """Return what names the organisation or is linked to it by an editor, by kind.

    Two queries, and where something is found a few more for each kind it is found in: whatever is kept, only what is
    public now is shown.
    """
    linked = _linked(enterprise)
    found: dict[str, list[PublicText]] = defaultdict(list)
    for text in PublicText.objects.filter(_condition(enterprise, linked))[:MOST_READ]:
        if (text.kind, text.key) in linked or is_named(enterprise.name, text.text):
            found[text.kind].append(text)
    groups = [_group(kind, found[kind.name], enterprise) for kind in text_kinds() if kind.name in found]
    return [group for group in groups if group.mentions]


def _condition(enterprise: Enterprise, linked: set[tuple[str, int]]) -> Q:
    words = words_in_order(enterprise.name)
    condition = Q(words__contains=words) if words else Q(pk__in=[])
    for kind in {kind for kind, _key in linked}:
        condition |= Q(kind=kind, key__in=[key for name, key in linked if name == kind])
    return condition


def _linked(enterprise: Enterprise) -> set[tuple[str, int]]:
    references = ReferenceIndex.get_references_to(enterprise).values_list("base_content_type_id", "object_id")
    return {
        (kind.name, int(key))
        for model, key in references.distinct()
        for kind in text_kinds()
        if ContentType.objects.get_for_model(kind.model).pk == model
    }


def _group(kind: TextKind, texts: Sequence[PublicText], enterprise: Enterprise) -> MentionGroup:
    public = list(kind.public().filter(pk__in=[text.key for text in texts]).values_list("pk", flat=True))
    shown = set(kind.still_public(public)) - set(kind.shown_apart(enterprise))
    addresses = kind.addresses(shown) if kind.addresses else {text.key: text.url for text in texts}
    mentions = [
        Mention(text.title, addresses[text.key]) for text in texts if text.key in shown and text.key in addresses
    ]
    return MentionGroup(str(kind.label), mentions)
