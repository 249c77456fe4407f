from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from portal.accounts.attempts import AttemptLimit, forget_old_counters, forgive, is_locked, take_attempt
from portal.accounts.models import AttemptCounter

pytestmark = pytest.mark.django_db

LIMIT = AttemptLimit("test", 3, timedelta(minutes=5), timedelta(minutes=10), grows=True)


def take(times):
    return [take_attempt(LIMIT, "subject") for _ in range(times)]


def test_attempts_within_the_limit_go_ahead_and_the_next_is_refused(clock):
    assert take(4) == [True, True, True, False]


def test_another_subject_is_not_affected(clock):
    take(4)
    assert take_attempt(LIMIT, "another") is True


def test_another_limit_counts_the_same_subject_apart(clock):
    take(4)
    assert take_attempt(AttemptLimit("other", 1, timedelta(1), timedelta(1)), "subject") is True


def test_the_lock_ends_after_its_time_and_refused_attempts_do_not_prolong_it(clock):
    take(3)
    clock.move(minutes=9)
    assert take(3) == [False, False, False]
    clock.move(minutes=1)
    assert take(1) == [True]


@pytest.mark.parametrize(("earlier", "minutes"), [(0, 10), (1, 20), (2, 40), (7, 1280), (8, 1440), (500, 1440)])
def test_each_lock_is_twice_as_long_up_to_a_day(earlier, minutes):
    assert LIMIT.lock_after(earlier) == timedelta(minutes=minutes)


def test_a_second_lock_follows_the_first_and_is_longer(clock):
    take(3)
    clock.move(minutes=10)
    take(3)
    clock.move(minutes=19)
    assert is_locked(LIMIT, "subject")
    clock.move(minutes=1)
    assert not is_locked(LIMIT, "subject")


def test_a_quiet_day_makes_locks_short_again(clock):
    take(3)
    clock.move(days=2)
    take(3)
    assert AttemptCounter.objects.get().locked_until == clock.now + timedelta(minutes=10)


def test_attempts_are_forgotten_with_their_window(clock):
    take(2)
    clock.move(minutes=6)
    assert take(3) == [True, True, True]


def test_forgiving_forgets_attempts_and_lock(clock):
    take(4)
    forgive(LIMIT, "subject")
    assert take(3) == [True, True, True]


def test_the_counter_holds_no_name_and_no_address(clock):
    take_attempt(LIMIT, "vera@example.org|203.0.113.7")
    stored = str(AttemptCounter.objects.values().get())
    assert "vera" not in stored
    assert "203.0.113.7" not in stored


def test_counters_quiet_for_a_day_are_deleted_and_others_kept(clock):
    take(1)
    clock.move(hours=25)
    take_attempt(LIMIT, "recent")
    assert forget_old_counters() == 1
    assert AttemptCounter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_attempts_sent_in_parallel_cannot_slip_past_the_limit():
    def attempt(_number):
        try:
            return take_attempt(LIMIT, "parallel")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, range(16)))
    assert outcomes.count(True) == 3
