"""Tells whoever answers for a site that there is an enquiry; the letter holds no personal data."""

from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from technopolis.models import Enquiry
from technopolis.models.enquiry import may_answer


def recipients(enquiry: Enquiry) -> list[str]:
    """Return the address of the site's person, else of the zone's; of the administrators where nobody fit is named."""
    for person in (enquiry.site.responsible, enquiry.site.zone.responsible):
        if person is not None and person.email and may_answer(person):
            return [person.email]
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(email="")
    return list(administrators.values_list("email", flat=True))


@task()
def send_enquiry_letter(enquiry_key: int) -> bool:
    """Send the letter once; return whether it went out now. A failed one is sent by ``send_waiting_letters``."""
    enquiry = Enquiry.objects.select_related("site__responsible", "site__zone__responsible").get(pk=enquiry_key)
    addresses = recipients(enquiry)
    if enquiry.letter_sent_at is not None or not addresses:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        address = reverse("wagtailsnippets_technopolis_enquiry:edit", args=[enquiry.pk])
        send_mail(
            _("Новое обращение о площадке «%(site)s»") % {"site": enquiry.site.name},
            _("Обращение %(code)s ждёт ответа: %(link)s")
            % {"code": enquiry.code, "link": urljoin(settings.WAGTAILADMIN_BASE_URL, address)},
            None,
            addresses,
        )
    Enquiry.objects.filter(pk=enquiry.pk).update(letter_sent_at=timezone.now())
    return True
