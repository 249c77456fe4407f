"""When a process reads a whole list: once for all threads, again when the shared cache says so or time has passed."""

import threading

import pytest
from django.core.cache import cache

from portal.listing import kept_index
from portal.listing.facet_index import FacetIndex
from portal.listing.kept_index import MOST_SECONDS, FacetState, facet_state
from portal.listing.listing import Listing

SECONDS = 10


class OneList(Listing):
    name = "one"

    def records(self):
        """Nothing is read here."""

    with_details = row = path = records


@pytest.fixture
def readings(monkeypatch):
    """Keep nothing yet, change nothing; return a list that grows with each reading of the whole list."""
    read = []

    def read_list(listing, sort):
        read.append(threading.current_thread().name)
        return FacetState(listing, FacetIndex([]), {}, kept_index.monotonic())

    monkeypatch.setattr(kept_index, "_kept", {})
    monkeypatch.setattr(kept_index, "_latest_version", lambda: 7)
    monkeypatch.setattr(kept_index, "_changes_since", lambda version: [(7, "", "")])
    monkeypatch.setattr(FacetState, "read", read_list)
    return read


@pytest.fixture
def held(readings, monkeypatch):
    """Have each reading say that it has begun and wait until it may end."""
    begun, may_end, read = threading.Event(), threading.Event(), FacetState.read

    def read_slowly(listing, sort):
        begun.set()
        may_end.wait(SECONDS)
        return read(listing, sort)

    monkeypatch.setattr(FacetState, "read", read_slowly)
    return begun, may_end


def look():
    return facet_state(OneList(), OneList.sorts[0])


def look_behind(name):
    thread = threading.Thread(target=look, name=name)
    thread.start()
    return thread


@pytest.fixture
def redis_away(monkeypatch):
    """The shared cache as it answers while its server can't be reached."""
    monkeypatch.setattr(cache, "get", lambda key, default=None, *args: default)
    monkeypatch.setattr(cache, "add", lambda *args: True)


def test_a_list_is_read_once_while_nothing_changes(readings):
    assert look() is look()
    assert len(readings) == 1


def test_a_cleared_cache_has_the_list_read_anew(readings):
    look()
    cache.clear()
    look()
    look()
    assert len(readings) == 2


def test_what_is_kept_is_trusted_while_the_cache_is_away(readings, redis_away):
    look()
    look()
    assert len(readings) == 1


def test_what_was_kept_before_the_cache_went_away_is_trusted(readings, request):
    look()
    request.getfixturevalue("redis_away")
    look()
    assert len(readings) == 1


def test_an_old_list_is_read_anew_even_if_no_change_was_told(readings, monkeypatch):
    look()
    read_at = kept_index.monotonic()
    monkeypatch.setattr(kept_index, "monotonic", lambda: read_at + MOST_SECONDS - 1)
    look()
    assert len(readings) == 1
    monkeypatch.setattr(kept_index, "monotonic", lambda: read_at + MOST_SECONDS + 1)
    assert look() is look()
    assert len(readings) == 2


def test_threads_wait_for_the_first_to_read(readings, held, monkeypatch):
    begun, may_end = held
    first = look_behind("first")
    assert begun.wait(SECONDS)
    is_second_here, generation = threading.Event(), kept_index._generation

    def generation_of_the_second():
        is_second_here.set()
        return generation()

    monkeypatch.setattr(kept_index, "_generation", generation_of_the_second)
    second = look_behind("second")
    assert is_second_here.wait(SECONDS)
    may_end.set()
    for thread in (first, second):
        thread.join(SECONDS)
    assert readings == ["first"]


def test_nobody_waits_while_a_merely_old_list_is_read_anew(readings, held, monkeypatch):
    begun, may_end = held
    may_end.set()
    old = look()
    may_end.clear()
    begun.clear()
    read_at = kept_index.monotonic()
    monkeypatch.setattr(kept_index, "monotonic", lambda: read_at + MOST_SECONDS + 1)
    other = look_behind("other")
    assert begun.wait(SECONDS)
    assert look() is old
    may_end.set()
    other.join(SECONDS)
    assert readings[1:] == ["other"]
    assert look() is not old
