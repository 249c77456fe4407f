"""Asking about a site, and how far the answer is."""

import logging
import re

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.attempts import AttemptLimit, take_attempt
from portal.accounts.sign_in_limits import network_of
from portal.core.page_head import PageHead
from technopolis.enquiries.form import EnquiryForm, consent_text, new_stamp
from technopolis.enquiries.letters import send_enquiry_letter
from technopolis.enquiries.limits import ENQUIRIES_FROM_ADDRESS, STATUS_FROM_ADDRESS
from technopolis.models import Enquiry, Site, TechnopolisPage
from technopolis.models.enquiry import CODE_ALPHABET, CODE_LENGTH
from technopolis.views.entrance import crumbs_to, entrance_page

CODE = re.compile(rf"[{CODE_ALPHABET}]{{{CODE_LENGTH}}}")

NO_SUCH_CODE = gettext_lazy("Обращения с таким кодом нет: проверьте, все ли знаки на месте.")
TOO_MANY_CODES = gettext_lazy("С вашего адреса спрашивали слишком часто. Спросите снова через пять минут.")
TOO_MANY_ENQUIRIES = gettext_lazy(
    "С вашего адреса за час пришло слишком много обращений, это не отправлено. "
    "Всё, что вы написали, осталось в форме: отправьте её через час."
)

logger = logging.getLogger(__name__)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enquire(request: HttpRequest) -> HttpResponse:
    """Show the form and take the enquiry.

    The form carries no token of a session, so that nobody needs one; a forged request could only ask what its
    sender may ask anyway.
    """
    page = entrance_page()
    sites = Site.objects.live().filter(zone=page.zone)
    if request.method == "POST":
        return _receive(request, page, EnquiryForm(request.POST, sites=sites))
    form = EnquiryForm(sites=sites, initial={"site": request.GET.get("site", "")[:80], "stamp": new_stamp()})
    return _show_form(request, page, form, status=200)


@never_cache
@require_safe
def enquiry_status(request: HttpRequest, code: str) -> HttpResponse:
    """Tell how far an enquiry is; nothing of who asked what. An unknown code is asked for again."""
    page = entrance_page()
    if not take_attempt(STATUS_FROM_ADDRESS, network_of(request)):
        return _too_often(_ask_for_code(request, page, code, str(TOO_MANY_CODES), status=429), STATUS_FROM_ADDRESS)
    enquiry = Enquiry.objects.select_related("site").filter(code=code.upper()).first()
    if enquiry is None:
        return _ask_for_code(request, page, code, str(NO_SUCH_CODE), status=404)
    title = _("Обращение %(code)s") % {"code": enquiry.code}
    head = PageHead(title=title, url=request.build_absolute_uri(request.path), is_indexed=False)
    context = {"head": head, "crumbs": crumbs_to(page, title), "enquiry": enquiry}
    return render(request, "technopolis/pages/enquiry.html", context)


@never_cache
@require_safe
def find_enquiry(request: HttpRequest) -> HttpResponse:
    """Lead from a code to its page, or ask for the code."""
    page = entrance_page()
    code = request.GET.get("code", "").strip().upper()
    if CODE.fullmatch(code):
        return HttpResponseRedirect(reverse("technopolis:enquiry", args=[code]))
    return _ask_for_code(request, page, code, str(NO_SUCH_CODE) if code else "", status=400 if code else 200)


def _receive(request: HttpRequest, page: TechnopolisPage, form: EnquiryForm) -> HttpResponse:
    """Keep the enquiry, or show the form again with all that was typed and what is wrong."""
    is_valid = form.is_valid()
    if is_valid and take_attempt(ENQUIRIES_FROM_ADDRESS, network_of(request)):
        return HttpResponseRedirect(reverse("technopolis:enquiry", args=[_take(form).code]))
    if is_valid:
        form.add_error(None, str(TOO_MANY_ENQUIRIES))
    form.data = {**request.POST.dict(), "stamp": new_stamp(), "website": ""}
    if not is_valid:
        return _show_form(request, page, form, status=400)
    return _too_often(_show_form(request, page, form, status=429), ENQUIRIES_FROM_ADDRESS)


def _show_form(request: HttpRequest, page: TechnopolisPage, form: EnquiryForm, status: int) -> HttpResponse:
    title = _("Спросить о площадке")
    head = PageHead(
        title=title, url=request.build_absolute_uri(reverse("technopolis:enquire")), is_indexed=not request.GET
    )
    context = {"head": head, "crumbs": crumbs_to(page, title), "form": form}
    return render(request, "technopolis/pages/enquire.html", context, status=status)


def _too_often(response: HttpResponse, limit: AttemptLimit) -> HttpResponse:
    response["Retry-After"] = str(round(limit.lock.total_seconds()))
    return response


def _ask_for_code(request: HttpRequest, page: TechnopolisPage, code: str, problem: str, status: int) -> HttpResponse:
    title = _("Что с обращением")
    head = PageHead(title=title, url=request.build_absolute_uri(reverse("technopolis:find_enquiry")), is_indexed=False)
    context = {"head": head, "crumbs": crumbs_to(page, title), "code": code[:20], "problem": problem}
    return render(request, "technopolis/pages/find_enquiry.html", context, status=status)


def _take(form: EnquiryForm) -> Enquiry:
    with transaction.atomic():
        enquiry: Enquiry = form.save(commit=False)
        enquiry.consent_text = consent_text()
        enquiry.save()
        transaction.on_commit(lambda: _queue_letter(enquiry.pk))
    return enquiry


def _queue_letter(key: int) -> None:
    try:
        send_enquiry_letter.enqueue(key)
    except Exception:
        logger.exception("The letter about enquiry %s could not be queued; send_waiting_letters will send it.", key)
