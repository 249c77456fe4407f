"""The calculator's page and its workbook."""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

pytestmark = pytest.mark.django_db

EXAMPLE = "profit=100000000&property_value=200000000&land_value=50000000&start_year=2026&years=10"
PAGE_QUERIES = 8


@pytest.fixture
def visitor(shared_demo_site, db, client):
    return client


def page(visitor, query=""):
    response = visitor.get(f"/technopolis/calculator/{query and '?'}{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_worked_example_stands_on_the_page_with_its_rates_and_sources(visitor):
    html = page(visitor, EXAMPLE)
    assert "219\u00a0000\u00a0000\u00a0₽" in html
    assert "82\u00a0500\u00a0000\u00a0₽" in html
    assert "не оферта" in html
    rates = html.split('id="rates"')[1]
    assert all(words in rates for words in ("до конца 2027 года", "2028–2032 годы", "с 2033 года"))
    assert "https://www.klerk.ru/blogs/scloud/665157/" in rates
    assert "noindex" in html


def test_without_a_question_there_is_a_form_and_no_answer(visitor):
    html = page(visitor)
    assert 'id="answer"' not in html
    assert "noindex" not in html
    assert 'id="rates"' in html


def test_customs_payments_are_put_off_and_an_unverified_tax_is_not_guessed(visitor):
    html = page(visitor, "equipment=8000000&duty_percent=5&start_year=2026&years=10")
    assert "Отложенные платежи на таможне" in html
    assert "400\u00a0000\u00a0₽" in html
    assert "нет данных: ставка не сверена с законом" in html
    assert "Разница за все годы" not in html


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("profit=-5&start_year=2026&years=10", "Прибыль до налога, руб. в год: впишите число от 0"),
        ("profit=5&start_year=2026&years=1000", "На сколько лет: впишите целое число от 1 до 30."),
        ("profit=5&start_year=2021&years=3", "на 2021 год не внесена"),
        ("profit=0&start_year=2026&years=10", "Впишите хотя бы одну сумму"),
        ("profit=%00&start_year=%F0%9F%92%A3&years=", "Год начала: впишите целое число"),
        ("years=5", "Год начала: впишите целое число"),
    ],
)
def test_absurd_questions_get_a_named_answer(visitor, query, message):
    html = page(visitor, query)
    assert message in html
    assert 'id="answer"' not in html


def test_the_page_takes_exactly_these_queries(visitor, django_assert_num_queries):
    with django_assert_num_queries(PAGE_QUERIES):
        page(visitor, EXAMPLE)


class Sheet:
    """Works out the formulas the workbook is made of, as a spreadsheet would."""

    def __init__(self, sheet):
        self.sheet = sheet

    def value(self, coordinate):
        content = self.sheet[coordinate].value
        if isinstance(content, str) and content.startswith("="):
            return self.formula(content[1:])
        return Decimal(str(content))

    def formula(self, text):
        text = re.sub(r"SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", self.cells_of, text)
        expression = re.sub(r"\b([A-Z]+\d+)\b", r"value('\1')", text)
        expression = re.sub(r"(?<![\w'.])(\d+)(?![\w'])", r"Decimal(\1)", expression)
        names = {"value": self.value, "Decimal": Decimal, "ROUND": self.rounded}
        return eval(expression, {"__builtins__": {}}, names)

    @staticmethod
    def cells_of(match):
        column, first, last = match[1], int(match[2]), int(match[3])
        return "(" + "+".join(f"{column}{row}" for row in range(first, last + 1)) + ")"

    @staticmethod
    def rounded(number, places):
        return number.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)


def workbook(visitor, query):
    response = visitor.get(f"/technopolis/calculator/xlsx/?{query}")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    return load_workbook(BytesIO(response.content))


def test_the_workbook_s_formulas_give_the_page_s_numbers(visitor):
    book = workbook(visitor, EXAMPLE)
    sheet = Sheet(book.worksheets[0])
    assert [sheet.value(f"{column}22") for column in "HIJ"] == [82_500_000, 301_500_000, 219_000_000]
    assert sheet.sheet["H12"].value.startswith("=ROUND(B3*B12/100,2)")


def test_the_workbook_s_formulas_round_each_tax_to_the_kopeck(visitor):
    # 2027 at 2 %: 24 691.36; 2028 at 7 %: 86 419.75; elsewhere 25 %: 308 641.97 in each year.
    sheet = Sheet(workbook(visitor, "profit=1234567.89&start_year=2027&years=2").worksheets[0])
    assert [sheet.value(f"D{row}") for row in (12, 13)] == [Decimal("24691.36"), Decimal("86419.75")]
    assert [sheet.value(f"{column}14") for column in "DEF"] == [
        Decimal("111111.11"),
        Decimal("617283.94"),
        Decimal("506172.83"),
    ]


def test_the_workbook_works_out_the_duty_and_leaves_an_unverified_tax_unknown(visitor):
    # 5 % of 8 000 000 = 400 000, of 9 000 000 = 450 000.
    sheet = Sheet(workbook(visitor, "equipment=8000000&duty_percent=5&start_year=2026&years=1").worksheets[0])
    assert sheet.value("B8") == 400_000
    assert sheet.sheet["B9"].value == "нет данных: ставка не сверена"
    sheet.sheet["B6"].value = 9_000_000
    assert sheet.value("B8") == 450_000


def test_a_changed_cell_changes_the_result(visitor):
    sheet = Sheet(workbook(visitor, EXAMPLE).worksheets[0])
    sheet.sheet["B3"].value = 200_000_000
    assert sheet.value("J22") == Decimal(167_500_000) * 2 + 44_000_000 + 7_500_000


def test_the_workbook_names_every_rate_with_its_source(visitor):
    rows = list(workbook(visitor, "profit=5&start_year=2026&years=1").worksheets[1].values)
    assert [row[2] for row in rows if row[:2] == ("налог на прибыль", "резидент зоны")] == [2, 7, 14.5]
    assert all(row[6].startswith("http") for row in rows[1:])


def test_a_wrong_question_leads_from_the_workbook_to_the_page_that_says_why(visitor):
    response = visitor.get("/technopolis/calculator/xlsx/?profit=-5&start_year=2026&years=1")
    assert response.status_code == 302
    assert response["Location"] == "/technopolis/calculator/?profit=-5&start_year=2026&years=1"
