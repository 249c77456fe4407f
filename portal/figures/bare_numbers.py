"""Numbers typed into a text where a figure should stand; years, dates and names with digits are exempt.

One regular expression serves Python and the editor in the browser: it takes an exempt place whole, and puts every
other number into its first group.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db.models import TextField
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

SPACE = r"[ \u00a0\u202f]"
MONTHS = "(?:январ|феврал|март|апрел|ма[яйе]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
LETTER = "[A-Za-zА-Яа-яЁё]"
UNIT = f"(?:га|км|кг|м|т|руб|тыс|млн|млрд|чел)(?!{LETTER})"
ENDING = f"(?:й|я|е|го|му|ми|ти|м|х)(?!{LETTER})"
YEAR = r"(?:19|20)\d\d"
EXEMPT = (
    rf"\d{{1,2}}(?:[–-]\d{{1,2}})?{SPACE}{MONTHS}[а-я]*",  # 8–10 февраля
    r"\d{1,2}\.\d{1,2}\.\d{2,4}",  # 08.02.2026
    r"\d{1,2}:\d\d",  # 10:30
    rf"(?<!\d){YEAR}(?:[–-]{YEAR}|[–-]е|-х|-м)?(?![\d%]|,\d|{SPACE}\d{{3}}(?!\d))",  # 2025, 2022–2025, 1980-е
    rf"№{SPACE}?\d+(?:[/-]\d+)*",  # № 2
    rf"{LETTER}+-?\d[\d-]*{LETTER}*",  # Ту-214, М11
    rf"\d+(?!{UNIT}){LETTER}{{1,3}}(?!{LETTER})",  # 3е, 5G
    rf"\d+-(?!{ENDING}){LETTER}+",  # 116-ФЗ
    rf"[A-ZА-ЯЁ]{{2,}}{SPACE}\d{{1,4}}(?!\d)",  # UMO 5
    rf"(?:ст|п|пп|ч|гл|д|корп|стр|оф|кв)\.{SPACE}?\d+(?:[.,/-]\d+)*",  # ст. 284, д. 5
    r"\+7[\d ()-]{9,}",  # a telephone
)
NUMBER = rf"[+−-]?\d+(?:{SPACE}\d{{3}})*(?:,\d+)?(?:[–-]\d+)?(?:{SPACE}?%)?"
PATTERN = f"(?:{'|'.join(EXEMPT)})|({NUMBER})"

_SEARCH = re.compile(PATTERN)
_EMBED = re.compile(r"<embed\b[^>]*/>")


def bare_numbers(text: str) -> list[str]:
    """Return the numbers of plain ``text`` that should be figures, in their order."""
    return [match.group(1) for match in _SEARCH.finditer(text) if match.group(1)]


def bare_numbers_of(page: Page) -> list[str]:
    """Return the bare numbers in the body text of ``page``, as it is in memory."""
    return [number for text in _texts_of(page) for number in bare_numbers(text)]


def _texts_of(page: Any) -> Iterator[str]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _texts_in(getattr(page, field.attname), getattr(page, field.attname).stream_block)
        elif isinstance(field, TextField) and field.name in BODY_FIELDS:
            yield plain(getattr(page, field.attname) or "")


BODY_FIELDS = frozenset({"lead", "question"})


def _texts_in(value: Any, definition: blocks.Block) -> Iterator[str]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _texts_in(child.value, child.block)
    elif isinstance(value, ListValue):
        for item in value:
            yield from _texts_in(item, value.list_block.child_block)
    elif isinstance(definition, blocks.BaseStructBlock) and value is not None:
        for name, child in definition.child_blocks.items():
            yield from _texts_in(value.get(name), child)
    elif isinstance(definition, (blocks.RichTextBlock, blocks.TextBlock)) and value:
        yield plain(value.source if isinstance(value, RichText) else str(value))


def plain(html: str) -> str:
    """Return the words of stored rich text, without figures and other embeds."""
    spaced = re.sub(r"</(?:p|li|h\d)>", " ", _EMBED.sub(" ", html))
    return unescape(strip_tags(spaced))
