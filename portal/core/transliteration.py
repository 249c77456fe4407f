"""Latin addresses from Russian titles."""

from django.utils.text import slugify

# Letters as in GOST R 7.0.34-2014 (simplified system), the one used by Russian public addresses.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shh", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_TABLE = str.maketrans(_LATIN)


def transliterate(text: str) -> str:
    """Return ``text`` in lower case with Russian letters written in Latin ones."""
    return text.lower().translate(_TABLE)


def transliterated_slug(text: str, fallback: str = "stranica", max_length: int = 100) -> str:
    """Return an ASCII slug of ``text``; ``fallback`` where no letter or digit is left."""
    return slugify(transliterate(text))[:max_length].strip("-") or fallback
