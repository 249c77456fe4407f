import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.transliteration import transliterated_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Москва", "moskva"),
        ("Отрасли-лидеры", "otrasli-lidery"),
        ("Ёлочные игрушки", "yolochnye-igrushki"),
        ("…", "stranica"),
        ("ООО «Рост» № 2", "ooo-rost-no-2"),
    ],
)
def test_russian_titles_have_latin_addresses(title, slug):
    assert transliterated_slug(title) == slug


@given(st.text())
def test_any_title_gives_an_address_of_latin_letters_digits_and_hyphens(title):
    assert re.fullmatch(r"[a-z0-9_]+(?:-+[a-z0-9_]+)*", transliterated_slug(title))
