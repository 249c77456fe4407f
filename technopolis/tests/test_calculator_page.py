"""The calculator's page and its workbook."""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from portal.figures.tests.factories import SourceFactory
from technopolis.enums import Regime, Tax
from technopolis.models import TaxRate

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


def test_asking_leads_to_the_answer_and_the_answer_to_an_enquiry(visitor):
    assert 'action="/technopolis/calculator/#answer"' in page(visitor)
    answer = page(visitor, EXAMPLE).split('id="answer"')[1].split("</section>")[0]
    assert 'href="/technopolis/enquiries/"' in answer


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
        ("profit=1&profit=2&start_year=2026&years=1", "Прибыль до налога, руб. в год: в адресе разные значения."),
        ("equipment=5&duty_percent=1&duty_percent=2&start_year=2026&years=1", "на оборудование, %: в адресе разные"),
    ],
)
def test_absurd_questions_get_a_named_answer(visitor, query, message):
    html = page(visitor, query)
    assert message in html
    assert 'id="answer"' not in html


def test_a_parameter_named_twice_alike_or_not_known_changes_nothing(visitor):
    html = page(visitor, "profit=1000&profit=1000&start_year=2026&years=1&utm_source=letter")
    assert '<dd class="answer__sum">230\u00a0₽</dd>' in html


@pytest.mark.parametrize(("years", "is_warned"), [(6, False), (7, True)])
def test_years_after_the_end_of_the_zone_are_called_so(visitor, years, is_warned):
    html = page(visitor, f"profit=1000&start_year=2050&years={years}")
    assert ("Зона создана до 2055 года." in html) is is_warned


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
    assert [sheet.value(f"H{row}") for row in (12, 13)] == [Decimal("24691.36"), Decimal("86419.75")]
    assert [sheet.value(f"{column}14") for column in "HIJ"] == [
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


def test_a_sum_left_empty_may_be_filled_in_later(visitor):
    sheet = Sheet(workbook(visitor, "profit=1000&start_year=2026&years=1").worksheets[0])
    assert sheet.value("J13") == 230
    # 2.2 % of 1 000 000 = 22 000; 1.5 % of 2 000 000 = 30 000; a resident pays neither.
    sheet.sheet["B4"].value, sheet.sheet["B5"].value = 1_000_000, 2_000_000
    assert sheet.value("J13") == 52_230


def test_equipment_left_out_may_be_filled_in_later(visitor):
    TaxRate.objects.filter(regime=Regime.ORDINARY, tax=Tax.IMPORT_VAT).update(
        is_published=True, source=SourceFactory().pk
    )
    sheet = Sheet(workbook(visitor, "profit=1000&start_year=2026&years=1").worksheets[0])
    # Duty 5 % of 8 000 000 = 400 000; tax 22 % of 8 400 000 = 1 848 000.
    sheet.sheet["B6"].value, sheet.sheet["B7"].value = 8_000_000, 5
    assert (sheet.value("B8"), sheet.value("B9")) == (400_000, 1_848_000)


def test_a_tax_without_rates_is_named_and_its_cell_is_not_to_be_filled_in(visitor):
    TaxRate.objects.filter(regime=Regime.ORDINARY, tax=Tax.LAND).delete()
    sheet = workbook(visitor, "profit=1000&start_year=2026&years=1").worksheets[0]
    assert sheet["C5"].value == "не считается: ставка не на все годы внесена"
    assert [sheet[cell].fill.fill_type for cell in ("B4", "B5")] == ["solid", None]
    assert Sheet(sheet).value("H13") == 230


def test_the_workbook_names_every_rate_with_its_source(visitor):
    rows = list(workbook(visitor, "profit=5&start_year=2026&years=1").worksheets[1].values)
    assert [row[2] for row in rows if row[:2] == ("налог на прибыль", "резидент зоны")] == [2, 7, 14.5]
    assert all(row[6].startswith("http") for row in rows[1:])


def test_a_wrong_question_leads_from_the_workbook_to_the_page_that_says_why(visitor):
    response = visitor.get("/technopolis/calculator/xlsx/?profit=-5&start_year=2026&years=1")
    assert response.status_code == 302
    assert response["Location"] == "/technopolis/calculator/?profit=-5&start_year=2026&years=1"


def test_a_control_character_pasted_into_a_rate_leaves_the_workbook_whole(visitor):
    TaxRate.objects.update(legal_basis="НК РФ,\x0bст. 284")
    sources = workbook(visitor, EXAMPLE).worksheets[1]
    assert {row[4] for row in sources.iter_rows(min_row=2, values_only=True)} == {"НК РФ,ст. 284"}


def test_a_duty_nobody_gave_a_rate_for_is_not_passed_off_as_known(visitor):
    page = "/technopolis/calculator/?equipment=8000000&start_year=2026&years=1"
    assert "ставка не вписана, взят ноль" in visitor.get(page).content.decode()
    assert "по вашей ставке 5 %".replace(" %", "\u00a0%") in visitor.get(f"{page}&duty_percent=5").content.decode()
