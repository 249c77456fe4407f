"""Words a figure never stands without: a rate of two percent that rises must always say how it rises.

An app that knows such words registers them when it starts; a figure names one. Wherever the figure's number is put into
words, they follow it, and where they are not known the figure is not shown at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Companion:
    """A name for figures, a label for editors, and the function that returns the words in the active language."""

    name: str
    label: Any
    function: Callable[[], str]


_companions: dict[str, Companion] = {}


def register_companion(name: str, function: Callable[[], str], label: Any = "") -> None:
    """Let figures stand together with what ``function`` says; it returns nothing where it has nothing to say."""
    _companions[name] = Companion(name, label or name, function)


def companion_choices() -> list[tuple[str, Any]]:
    """Return the registered companions for a form."""
    return [(one.name, one.label) for one in sorted(_companions.values(), key=lambda one: one.name)]


def companion_words(name: str) -> str:
    """Return the words of the companion ``name``; empty where it is not known or says nothing."""
    companion = _companions.get(name)
    return companion.function() if companion else ""
