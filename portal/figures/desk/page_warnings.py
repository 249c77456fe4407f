"""What the editor of a page or record is told about figures: bare numbers after saving, doubtful ones on opening."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, Page

from portal.figures.bare_numbers import bare_numbers_of
from portal.figures.records import kind_of
from portal.figures.truth import truth_problems


def warn_of_bare_numbers(request: HttpRequest, page: Page) -> None:
    """Name the numbers typed into the text; nothing is refused for them."""
    found = list(dict.fromkeys(bare_numbers_of(page.get_latest_revision_as_object())))
    if found:
        text = _("В тексте есть числа без записи: %(numbers)s. Под полем можно одним нажатием сделать число цифрой.")
        messages.warning(request, text % {"numbers": ", ".join(found)})


def warn_of_doubtful_figures(request: HttpRequest, page: Page) -> None:
    """Name each doubtful figure no one has answered for, with the way to answer."""
    if request.method == "GET":
        _warn(request, page.get_latest_revision_as_object())


def warn_of_doubtful_record(request: HttpRequest, record: Any) -> None:
    """The same for a record of a kind that shows figures or states numbers of its own."""
    if request.method == "GET" and kind_of(record) is not None:
        _warn(request, record.get_latest_revision_as_object() if isinstance(record, DraftStateMixin) else record)


def _warn(request: HttpRequest, instance: Any) -> None:
    for problem in truth_problems(instance):
        buttons = [messages.button(problem.link, _("Решить"))] if problem.link else []
        messages.warning(request, problem.message, buttons=buttons)
