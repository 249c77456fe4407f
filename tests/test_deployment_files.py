"""What the clock starts in production is what the portal has, and what it promises."""

import re
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import get_commands

from media.jobs import EXPECTED_EVERY
from media.uploads.limits import LARGEST_DOCUMENT
from portal.imports.reading.limits import LARGEST_FILE

ROOT = Path(__file__).resolve().parent.parent
PERIODS = {"minutely": timedelta(minutes=1), "hourly": timedelta(hours=1), "daily": timedelta(days=1)}


def started_by_the_clock():
    """Return each job the operations guide has a timer for, and how often it comes."""
    guide = (ROOT / "docs/operations.md").read_text()
    timers = re.findall(r"portal-(\w+)@\{([\w,]+)\}\.timer", guide)
    return {name: PERIODS[period] for period, names in timers if period in PERIODS for name in names.split(",")}


def test_each_timer_starts_a_command_there_is():
    assert set(started_by_the_clock()) - set(get_commands()) == set()
    for period in PERIODS:
        assert "Unit=portal-job@%i.service" in (ROOT / f"deploy/systemd/portal-{period}@.timer").read_text()


def test_what_is_missed_when_it_stops_is_started_often_enough():
    periods = started_by_the_clock()
    assert {name for name, every in EXPECTED_EVERY.items() if periods.get(name, every) >= every} == set()


def test_personal_data_and_old_attempts_are_forgotten_every_night():
    daily = {name for name, period in started_by_the_clock().items() if period == PERIODS["daily"]}
    assert daily == {"purge_enquiries", "forget_old_attempts", "forget_abandoned_imports", "check_credit_journal"}


def test_the_proxy_lets_through_the_largest_form_the_portal_takes_and_from_visitors_no_file():
    configuration = (ROOT / "deploy/nginx/portal.conf").read_text()
    limits = [int(megabytes) * 1024**2 for megabytes in re.findall(r"client_max_body_size (\d+)m;", configuration)]
    largest = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 2 * LARGEST_DOCUMENT
    assert [limit > largest for limit in limits] == [False, True]
    assert limits == [1024**2, 62 * 1024**2]
    assert LARGEST_FILE == LARGEST_DOCUMENT


def test_the_proxy_never_brings_back_a_page_that_was_taken_down():
    configuration = (ROOT / "deploy/nginx/portal.conf").read_text()
    assert re.search(r"proxy_cache_use_stale .*\bupdating\b", configuration) is None
    assert "proxy_cache_background_update" not in configuration
    assert "proxy_cache_valid 301 302 404 410 1s;" in configuration
