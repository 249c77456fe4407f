"""Names of uploaded files: random on the disk, the given one only as text."""

import re
import uuid

from django.utils.text import Truncator

EXTENSION = re.compile(r"\.([a-z0-9]{1,5})$", re.IGNORECASE)


def random_name(given: str) -> str:
    """Return a random file name; of the given one only a short plain extension is left."""
    match = EXTENSION.search(given)
    return f"{uuid.uuid4().hex}.{match[1].lower()}" if match else uuid.uuid4().hex


def plain_name(name: str, longest: int = 255) -> str:
    """Return ``name`` without characters that can't be seen, such as those that turn the reading direction."""
    visible = "".join(letter for letter in name if letter.isprintable()).strip()
    return Truncator(visible).chars(longest)


def title_of(name: str) -> str:
    """Return the title a photo gets from its file's name; empty where the name holds no word."""
    plain = plain_name(name)
    return (EXTENSION.sub("", plain) or plain).strip(" .")
