"""Which of the two languages numbers are written in."""

from typing import Literal

from django.utils.translation import get_language

Language = Literal["ru", "en"]


def resolve_language(language: str | None = None) -> Language:
    """Return the language to write in: the one asked for, else the one active in Django.

    Regional variants count as their language ("en-gb" is "en"). An active language other than Russian is
    written the English way, so that no page in another script meets Cyrillic; with no active language it is Russian.

    Raises:
        ValueError: a language was asked for by name and is neither Russian nor English.
    """
    primary = (language or get_language() or "ru").replace("_", "-").split("-")[0].lower()
    if primary == "ru":
        return "ru"
    if language and primary != "en":
        raise ValueError(f"Numbers are written in Russian or English, not in {language!r}.")
    return "en"
