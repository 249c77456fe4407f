"""The vocabularies cells of a figures' table name."""

from django.db.models import TextChoices

from portal.core.numbers import Comparator
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.models import Source
from portal.imports.vocabularies import Term, Vocabulary

_SPELLINGS = {
    Comparator.EXACTLY: ("=", "точно"),
    Comparator.MORE_THAN: (">", "более", "больше", "свыше"),
    Comparator.ABOUT: ("≈", "~", "около", "примерно"),
    Comparator.LESS_THAN: ("<", "менее", "меньше"),
    Comparator.TIMES: ("×", "в раз", "раз"),
    Comparator.AT_LEAST: ("≥", "от"),
}


def of_choices(title: str, choices: type[TextChoices]) -> Vocabulary:
    """A closed list as a vocabulary."""
    return Vocabulary(title, lambda: [(choice.value, str(choice.label)) for choice in choices])


def comparators() -> Vocabulary:
    """How exact a number is."""
    spellings = [(sign.value, word) for sign, words in _SPELLINGS.items() for word in words]
    return Vocabulary("Точность", lambda: [(sign.value, str(sign.label)) for sign in Comparator], lambda: spellings)


def statuses() -> Vocabulary:
    """How far a value has been checked."""
    return of_choices("Проверка", ValueStatus)


def value_kinds() -> Vocabulary:
    """Where a value comes from."""
    return of_choices("Происхождение", ValueKind)


def sources() -> Vocabulary:
    """Sources, by address or title; a source is never made by an import."""
    return Vocabulary("Источники", _source_names, _source_titles)


def _source_names() -> list[Term]:
    return [(str(source.pk), source.url or str(source)) for source in Source.objects.only("url", "publisher", "title")]


def _source_titles() -> list[Term]:
    return [(str(key), title) for key, title in Source.objects.values_list("pk", "title")]
