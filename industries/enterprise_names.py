"""Names of organisations as search and the hunt for duplicates compare them."""

from portal.core.search_words import words_of

# Legal forms and what stands before a name in quotation marks; a name of nothing else is kept as it is.
FORMS = frozenset({
    "ооо", "ао", "пао", "зао", "оао", "фгуп", "гуп", "муп", "гбу", "фгбу", "фгбоу", "фгаоу", "ано", "ип",
    "нпп", "нпо", "нпк", "нпф", "нтц", "гк", "мпбк",
    "общество", "с", "ограниченной", "ответственностью", "акционерное", "публичное", "закрытое", "открытое",
})  # fmt: skip


def without_forms(words: list[str]) -> list[str]:
    """Return the words without legal forms; all of them where nothing else would be left."""
    return [word for word in words if word not in FORMS] or words


def name_key(name: str) -> str:
    """Return the spelling two names of one organisation share: «ООО "Элта"» and «Элта» are the same."""
    return "".join(without_forms(words_of(name)))
