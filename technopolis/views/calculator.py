"""The calculator: a question in the address, the answer on the page or as a workbook."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.breadcrumbs import breadcrumb_data
from portal.core.page_head import PageHead
from technopolis.benefit_display import resident_benefits
from technopolis.calculator import CalculatorForm, MissingRateError, RateBook, calculate
from technopolis.calculator.presentation import Answer
from technopolis.calculator.workbook import write_workbook
from technopolis.rate_display import tax_steps
from technopolis.views.entrance import crumbs_to, entrance_page

EXAMPLE = "profit=100000000&property_value=200000000&land_value=50000000&years=10"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """Show the form and, if the address asks a question, the answer."""
    page = entrance_page()
    book = RateBook.read()
    form, answer, problem = _ask(request, book, page.zone.until_year)
    title = _("Калькулятор льгот")
    crumbs = crumbs_to(page, title)
    this_year = timezone.localdate().year
    head = PageHead(
        title=title,
        url=request.build_absolute_uri(reverse("technopolis:calculator")),
        description=_("Сколько налогов платит резидент зоны и сколько — такая же компания за её пределами, по годам."),
        is_indexed=not request.GET,
        structured_data=[breadcrumb_data(crumbs, request)],
    )
    context: dict[str, Any] = {
        "head": head,
        "crumbs": crumbs,
        "form": form,
        "answer": answer,
        "problem": problem,
        "rates": tax_steps(book.rates),
        "benefits": resident_benefits(),
        "query": request.GET.urlencode(),
        "example": f"{EXAMPLE}&start_year={this_year}",
        "today": timezone.localdate(),
    }
    return render(request, "technopolis/pages/calculator.html", context)


@require_safe
def calculator_workbook(request: HttpRequest) -> HttpResponse:
    """Give the answer as a workbook; a wrong question leads back to the page that says what is wrong."""
    page = entrance_page()
    book = RateBook.read()
    _form, answer, _problem = _ask(request, book, page.zone.until_year)
    if answer is None:
        return HttpResponseRedirect(f"{reverse('technopolis:calculator')}?{request.GET.urlencode()}")
    response = HttpResponse(write_workbook(answer.calculation, book), content_type=SPREADSHEET)
    response["Content-Disposition"] = 'attachment; filename="raschet.xlsx"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _ask(request: HttpRequest, book: RateBook, last_year: int | None) -> tuple[CalculatorForm, Answer | None, str]:
    if not any(name in request.GET for name in CalculatorForm.base_fields):
        return CalculatorForm(initial={"start_year": timezone.localdate().year, "years": 10}), None, ""
    form = CalculatorForm(request.GET)
    if not form.is_valid():
        return form, None, ""
    try:
        return form, Answer(calculate(form.inputs(), book), last_year), ""
    except MissingRateError as error:
        return form, None, str(error)
