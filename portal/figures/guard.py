"""Keeps stored values from being overwritten by any path that leaves no trace."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What the public knows of a value; the history of acts keeps each of these before and after.
KEPT_FIELDS = (
    "comparator", "value", "period", "period_note", "comparison_base", "as_of", "source_id", "status", "kind",
)  # fmt: skip

_open_act: ContextVar[bool] = ContextVar("open_act_on_a_figure", default=False)


class PlainOverwrite(ValidationError):
    """A stored value was about to change without a record of who, when and why."""

    def __init__(self) -> None:
        super().__init__(
            _("Значение цифры не переписывают: добавьте новое («Новое значение») или исправьте («Исправить»)."),
            code="plain_overwrite",
        )


@contextmanager
def act_on_figure() -> Iterator[None]:
    """Within the context values may change; only :mod:`portal.figures.acts` opens it, and keeps the history."""
    token = _open_act.set(True)
    try:
        yield
    finally:
        _open_act.reset(token)


def act_is_open() -> bool:
    """Whether an act on a figure is under way."""
    return _open_act.get()
