"""What the editor of a page is told about its figures: bare numbers after saving, doubtful figures on opening."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Page

from portal.figures.bare_numbers import bare_numbers_of
from portal.figures.truth import truth_problems


def warn_of_bare_numbers(request: HttpRequest, page: Page) -> None:
    """Name the numbers typed into the text; nothing is refused for them."""
    found = list(dict.fromkeys(bare_numbers_of(page.get_latest_revision_as_object())))
    if found:
        text = _("В тексте есть числа без записи: %(numbers)s. Под полем можно одним нажатием сделать число цифрой.")
        messages.warning(request, text % {"numbers": ", ".join(found)})


def warn_of_doubtful_figures(request: HttpRequest, page: Page) -> None:
    """Name each doubtful figure no one has answered for, with the way to answer."""
    if request.method != "GET":
        return
    for problem in truth_problems(page.get_latest_revision_as_object()):
        buttons = [messages.button(problem.link, _("Решить"))] if problem.link else []
        messages.warning(request, problem.message, buttons=buttons)
