import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.numbers import format_number
from portal.figures.bare_numbers import bare_numbers, plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Здесь трудятся 755 000 человек.", ["755 000"]),
        ("Рост на 72 % и 14,5%.", ["72 %", "14,5%"]),
        ("Более 390 га и −5 градусов.", ["390", "−5"]),
        ("От 8–10 мест.", ["8–10"]),
        ("Каждый 10-й москвич.", ["10"]),
        ("Площадь 2030 000 метров.", ["2030 000"]),
        ("В 2025 году открыли 49 технопарков.", ["49"]),
    ],
)
def test_a_published_number_is_found(text, found):
    assert bare_numbers(text.replace("_", "\u00a0")) == found


@pytest.mark.parametrize(
    "text",
    [
        "В 2025 году, с 2022–2025, в 1980-х, до 2030.", "8–10 февраля 2026 года и 08.02.2026 в 10:30.",
        "Автосборочный завод № 2, дом №\u00a05/7.", "«Москвич 3е», Ту-214, М-11, UMO 5, 5G, Ил-114-300.",
        "Закон 116-ФЗ, ст. 284, п. 1.2, д. 5, корп. 3.", "Звоните: +7 (495) 000-00-00.", "Чисел тут нет.", "",
    ],
)  # fmt: skip
def test_years_dates_and_names_are_exempt(text):
    assert bare_numbers(text) == []


@given(st.integers(min_value=0, max_value=10**9).filter(lambda number: not 1900 <= number <= 2099))
def test_every_other_whole_number_is_found_whole(number):
    shown = format_number(number, "ru")
    assert bare_numbers(f"Всего {shown} человек.") == [shown]


@given(st.text(max_size=200))
def test_no_text_breaks_the_check(text):
    assert all(any(sign.isdigit() for sign in number) for number in bare_numbers(text))


def test_figures_in_a_text_are_no_bare_numbers():
    assert bare_numbers(plain('<p>Всего <embed embedtype="figure" id="15"/> и 7 мест.</p>')) == ["7"]
