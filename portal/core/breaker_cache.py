"""A Redis cache that never holds a page up: after one failure it is skipped for a while."""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django_redis.cache import RedisCache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

logger = logging.getLogger("portal.cache")

SKIP_SECONDS = 30.0


def guarded(name: str, fallback: Callable[..., Any]) -> Callable[..., Any]:
    """Return the cache operation ``name`` that answers with ``fallback`` while Redis is away."""
    operation = getattr(RedisCache, name)

    @wraps(operation)
    def guarded_operation(self: "BreakerRedisCache", *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < self.skipped_until:
            return fallback(*args, **kwargs)
        try:
            return operation(self, *args, **kwargs)
        except (ConnectionInterrupted, RedisError, OSError) as error:
            self.skip(error)
            return fallback(*args, **kwargs)

    return guarded_operation


class BreakerRedisCache(RedisCache):
    """Redis with a breaker: a slow or absent server costs one time-out, then nothing for 30 seconds.

    While it is skipped nothing is found and nothing is kept, so pages are made anew and still served.
    """

    skipped_until = 0.0

    def skip(self, error: Exception) -> None:
        """Leave Redis alone for a while; said once in the log."""
        BreakerRedisCache.skipped_until = time.monotonic() + SKIP_SECONDS
        logger.warning("cache_skipped seconds=%d reason=%s", SKIP_SECONDS, type(error).__name__)

    get = guarded("get", lambda key, default=None, *args, **kwargs: default)
    get_many = guarded("get_many", lambda *args, **kwargs: {})
    set = guarded("set", lambda *args, **kwargs: False)
    set_many = guarded("set_many", lambda *args, **kwargs: [])
    add = guarded("add", lambda *args, **kwargs: True)
    delete = guarded("delete", lambda *args, **kwargs: False)
    delete_many = guarded("delete_many", lambda *args, **kwargs: 0)
    touch = guarded("touch", lambda *args, **kwargs: False)
    incr = guarded("incr", lambda key, delta=1, *args, **kwargs: delta)
    has_key = guarded("has_key", lambda *args, **kwargs: False)
    clear = guarded("clear", lambda *args, **kwargs: False)
