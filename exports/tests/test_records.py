"""Cases and events are public only with what they must say; their dates claim no more than is known."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from exports.event_dates import event_dates_text, last_day
from exports.models import ExportCase, TradeEvent
from exports.tests.factories import ExportCaseFactory, TradeEventFactory
from media.enums import CreditStatus
from media.gate import PublicationRefused
from media.tests.factories import PhotoFactory
from portal.figures.tests.factories import UnitFactory


@pytest.mark.parametrize(
    ("starts", "ends", "text", "last"),
    [
        ("2026-02-08", "2026-02-10", "8–10 февраля 2026 года", date(2026, 2, 10)),
        ("2025-12-04", "", "4 декабря 2025 года", date(2025, 12, 4)),
        ("2025-09", "", "сентябрь 2025 года", date(2025, 9, 30)),
        ("2023", "", "2023 год", date(2023, 12, 31)),
        ("2024-02", "2024-03", "февраль 2024 года – март 2024 года", date(2024, 3, 31)),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(starts, ends, text, last):
    assert event_dates_text(starts, ends).replace("\N{NO-BREAK SPACE}", " ") == text
    assert last_day(ends or starts) == last


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"markets": []}, "markets"),
        ({"sources": []}, "sources"),
        ({"period": ""}, "period"),
        ({"as_of": ""}, "as_of"),
    ],
)
def test_a_case_without_them_is_not_published(broken, field):
    with pytest.raises(PublicationRefused) as refused:
        ExportCaseFactory(**broken)
    assert [problem.path for problem in refused.value.problems] == [(field,)]


@pytest.mark.django_db
def test_a_result_needs_its_unit_and_words():
    with pytest.raises(PublicationRefused):
        ExportCaseFactory(value=Decimal(500), unit=UnitFactory())
    case = ExportCaseFactory(value=Decimal(500), unit=UnitFactory(), result_caption="специалистов обучено")
    assert case.result.value == "500"
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportCase.objects.filter(pk=case.pk).update(unit=None)


@pytest.mark.django_db
def test_a_case_with_an_uncleared_photo_is_not_published():
    case = ExportCaseFactory(live=False)
    photo = PhotoFactory()
    assert photo.credit_status != CreditStatus.APPROVED
    case.photos.create(photo=photo)
    case.save()
    with pytest.raises(PublicationRefused) as refused:
        case.save_revision().publish()
    assert "Фото" in str(refused.value)


@pytest.mark.django_db
def test_a_case_knows_its_year():
    assert ExportCaseFactory(period="2024–2025").year == 2025


@pytest.mark.django_db
def test_an_event_can_t_end_before_it_starts():
    event = TradeEventFactory(live=False)
    event.ends = "2026-02-07"
    with pytest.raises(ValidationError, match="раньше, чем началось"):
        event.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        event.save()


@pytest.mark.django_db
def test_an_event_without_a_source_is_not_published():
    with pytest.raises(PublicationRefused):
        TradeEventFactory(source=None)
    assert not TradeEvent.objects.exists()
