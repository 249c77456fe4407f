import pytest
from django.utils import translation

from portal.core.numbers import format_number, resolve_language
from portal.core.numbers.tests.samples import shown


@pytest.mark.parametrize(
    ("asked", "resolved"), [("ru", "ru"), ("en", "en"), ("ru-ru", "ru"), ("en-gb", "en"), ("en_US", "en"), ("RU", "ru")]
)
def test_language_asked_for_is_used_with_its_variants(asked, resolved):
    with translation.override("ru" if resolved == "en" else "en"):
        assert resolve_language(asked) == resolved


@pytest.mark.parametrize(("active", "resolved"), [("ru", "ru"), ("en", "en"), ("ar", "en"), (None, "ru")])
def test_active_language_is_the_default(active, resolved):
    with translation.override(active):
        assert resolve_language() == resolved


def test_numbers_follow_the_active_language():
    with translation.override("en"):
        assert format_number(755000) == "755,000"
    with translation.override("ru"):
        assert format_number(755000) == shown("755~000")


@pytest.mark.parametrize("asked", ["de", "rus", "zh-hans"])
def test_any_other_language_asked_for_is_refused(asked):
    with pytest.raises(ValueError, match="Russian or English"):
        resolve_language(asked)
