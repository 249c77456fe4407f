"""Decisions upon which the demo shows what is doubtful."""

from django.db.models import Model
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.figures.enums import ValueStatus
from portal.figures.truth import allow_publication, doubts_of


def answer_for_doubts(holder: Model, editor: User) -> None:
    """Keep a decision of ``editor`` for everything doubtful in ``holder``, a stored page or record."""
    reasons = {
        ValueStatus.CONTRADICTED: _("Демонстрация: показано число исходного текста, расхождение открыто."),
        ValueStatus.WITHOUT_SOURCE: _("Демонстрация: показано сказанное в исходных материалах, источник ещё ищем."),
    }
    for doubt in doubts_of(holder):
        allow_publication(holder, doubt.subject, editor, reasons[ValueStatus(doubt.subject.status)])
