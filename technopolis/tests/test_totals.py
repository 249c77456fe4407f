"""The sum of the sites against what the zone states."""

from decimal import Decimal

import pytest

from portal.accounts.tests.factories import make_editor, make_moderator
from portal.core.numbers import Comparator
from portal.figures.tests.factories import FigureFactory
from technopolis.enums import AreaKind, Measure
from technopolis.models import SiteFact, StatedTotal, Zone
from technopolis.tests.factories import SiteFactory, ZoneFactory
from technopolis.totals import check_totals

pytestmark = pytest.mark.django_db


def state(measure, value, comparator=Comparator.EXACTLY, tolerance=5):
    figure = FigureFactory(value=Decimal(value), comparator=comparator)
    return StatedTotal.objects.create(zone=ZoneFactory(), measure=measure, figure=figure, tolerance_percent=tolerance)


@pytest.mark.parametrize(
    ("areas", "comparator", "agrees", "verdict"),
    [
        ((60, 40), Comparator.EXACTLY, True, "сходится"),
        ((55, 40), Comparator.EXACTLY, True, "сходится"),
        ((54, 40), Comparator.EXACTLY, False, "сумма меньше заявленного"),
        ((65, 40), Comparator.EXACTLY, True, "сходится"),
        ((66, 40), Comparator.EXACTLY, False, "сумма больше заявленного"),
        ((300, 40), Comparator.MORE_THAN, True, "сходится"),
        ((300, 40), Comparator.AT_LEAST, True, "сходится"),
        ((54, 40), Comparator.AT_LEAST, False, "сумма меньше заявленного"),
        ((54, 40), Comparator.UP_TO, True, "сходится"),
        ((54, 40), Comparator.LESS_THAN, True, "сходится"),
        ((66, 40), Comparator.UP_TO, False, "сумма больше заявленного"),
        ((60, None), Comparator.UP_TO, False, "сумма меньше: нет данных у 1 площадки"),
        ((60, None), Comparator.EXACTLY, False, "сумма меньше: нет данных у 1 площадки"),
        ((60, 40, None), Comparator.EXACTLY, True, "сходится"),
    ],
)
def test_a_sum_agrees_within_its_tolerance_and_unknowns_are_counted(areas, comparator, agrees, verdict):
    state(Measure.AREA, 100, comparator)
    for area in areas:
        SiteFactory(area_hectares=area)
    [check] = check_totals(Zone.objects.get())
    assert (check.agrees, check.verdict) == (agrees, verdict)
    assert len(check.missing) == areas.count(None)


def test_a_draft_site_is_not_counted():
    state(Measure.SITES, 1, tolerance=0)
    SiteFactory()
    SiteFactory(live=False)
    assert check_totals(Zone.objects.get())[0].agrees


def test_the_demo_says_what_is_missing(shared_demo_site):
    checks = {check.title: check for check in check_totals(Zone.objects.get())}
    assert checks["площадки"].agrees
    assert checks["площадь, га"].total == "232,5"
    assert [site.slug for site in checks["площадь, га"].missing] == [
        "angstrem", "tolstopaltsevo", "kmz", "pechatniki", "khrunichev",
    ]  # fmt: skip
    assert checks["площадь, га"].doubtful == (
        "Алабушево: историческое значение",
        "МИЭТ: историческое значение",
        "Красная Пахра: только часть площадки",
    )
    assert (checks["предприятия"].total, len(checks["предприятия"].missing)) == ("167", 7)
    assert (checks["рабочие места"].total, len(checks["рабочие места"].missing)) == ("4\u00a0800", 8)


def test_the_report_takes_as_many_queries_for_one_site_as_for_thirty(django_assert_num_queries):
    state(Measure.AREA, 100)
    state(Measure.JOBS, 100)
    zone = ZoneFactory()
    for number in range(30):
        SiteFact.objects.create(site=SiteFactory(), text=str(number), measure=Measure.JOBS, amount=number)
    with django_assert_num_queries(5):
        check_totals(zone)


def test_editors_see_the_drift_on_the_desk_and_in_the_report_and_moderators_do_not(client):
    state(Measure.SITES, 10)
    state(Measure.AREA, 100, tolerance=7)
    site = SiteFactory(area_hectares=None)
    SiteFactory(area_hectares=Decimal(4), area_kind=AreaKind.HISTORICAL, name="Старая")
    client.force_login(make_editor())
    assert "сумма меньше заявленного" in client.get("/admin/").content.decode()
    assert "сумма меньше заявленного" in client.get("/admin/reports/zone-totals/").content.decode()
    link = f'href="/admin/snippets/technopolis/site/edit/{site.pk}/"'
    for address in ("/admin/", "/admin/reports/zone-totals/"):
        assert link in client.get(address).content.decode()
    report = client.get("/admin/reports/zone-totals/").content.decode()
    assert "7 %" in report
    assert "Старая: историческое значение" in report
    assert site.zone.name in client.get("/admin/reports/zone-totals/").content.decode()
    client.force_login(make_moderator())
    assert "сумма меньше заявленного" not in client.get("/admin/").content.decode()
    assert client.get("/admin/reports/zone-totals/").status_code in (302, 403)
