"""Records fetched once for a whole page, handed to every block that points to one of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail.blocks import ChooserBlock

Records = Mapping[type[Model], Mapping[Any, Model]]

_preloaded: ContextVar[Records | None] = ContextVar("preloaded_records", default=None)


@contextmanager
def preloaded_records(records: Records) -> Iterator[None]:
    """Within the context choosers take the records of ``records`` (primary keys by model) instead of querying."""
    token = _preloaded.set(records)
    try:
        yield
    finally:
        _preloaded.reset(token)


def preloaded(model: type[Model]) -> Mapping[Any, Model] | None:
    """Return the records of ``model`` at hand, or ``None`` where the page being shown has collected none of them."""
    return (_preloaded.get() or {}).get(model)


class PreloadedChooserMixin(ChooserBlock):
    """For a ``ChooserBlock``: look among the preloaded records first.

    Within a preloaded page a key that was not found is taken as deleted, as the page has asked for all its keys.
    """

    def to_python(self, value: Any) -> Any:
        """Return the record of one primary key, or ``None``."""
        records = (_preloaded.get() or {}).get(self.model_class)
        return super().to_python(value) if value is None or records is None else records.get(value)

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Return the records of several primary keys, ``None`` where there is none."""
        records = (_preloaded.get() or {}).get(self.model_class)
        return super().bulk_to_python(values) if records is None else [records.get(value) for value in values]
