"""Many new rows at once, where an insertion by Django costs more than all the rest.

Signals are not sent and ``save`` is not called, as with Django's ``bulk_create``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db import connections, models, router

_RESERVE_ON_POSTGRESQL = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
_LAST_ON_SQLITE = "SELECT seq FROM sqlite_sequence WHERE name = %s"
_SET_ON_POSTGRESQL = (
    "UPDATE {table} SET {column} = given.number FROM unnest(%s::bigint[], %s::bigint[]) AS given (key, number)"
    " WHERE {table}.{key} = given.key"
)
_SET_ONE = "UPDATE {table} SET {column} = %s WHERE {key} = %s"


def reserve_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """Return ``count`` primary keys of ``model`` that no row has or had, so that rows which name each other may do so.

    Called inside a transaction that writes rows with all of them: SQLite, where only one transaction writes at a time,
    counts the rows written; PostgreSQL counts the keys given out.
    """
    connection = connections[router.db_for_write(model)]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            column = str(model._meta.pk.column)
            cursor.execute(_RESERVE_ON_POSTGRESQL, [connection.ops.quote_name(table), column, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute(_LAST_ON_SQLITE, [table])
        (last,) = cursor.fetchone() or (0,)
    return range(last + 1, last + count + 1)


def insert_rows(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Write new rows, all of which have their primary key or none; a key that the database gives is not told.

    PostgreSQL gets them with COPY, which spends about half the time of an ``INSERT`` of Django's.

    Raises:
        IntegrityError: one of them breaks a constraint.
    """
    connection = connections[router.db_for_write(model)]
    if connection.vendor == "postgresql" and rows:
        _copy(connection, model, rows)
    else:
        model._base_manager.bulk_create(rows)


def _copy(connection: Any, model: type[models.Model], rows: Sequence[models.Model]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key or rows[0].pk is not None]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    statement = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    last: list[Any] = [models.NOT_PROVIDED] * len(fields)
    prepared: list[Any] = [None] * len(fields)
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            for place, field in enumerate(fields):
                value = field.pre_save(row, add=True)
                if value is not last[place]:
                    last[place], prepared[place] = value, field.get_db_prep_save(value, connection)
            copy.write_row(prepared)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def set_numbers(model: type[models.Model], field_name: str, numbers: Mapping[Any, int | None]) -> None:
    """Give a field of whole numbers another value in each of many rows; ``numbers`` has them by primary key."""
    if not numbers:
        return
    connection = connections[router.db_for_write(model)]
    field = cast("models.Field", model._meta.get_field(field_name))
    names = {
        "table": model._meta.db_table,
        "column": str(field.column),
        "key": str(model._meta.pk.column),
    }
    quoted = {place: connection.ops.quote_name(name) for place, name in names.items()}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_SET_ON_POSTGRESQL.format(**quoted), [list(numbers), list(numbers.values())])
        else:
            cursor.executemany(_SET_ONE.format(**quoted), [(number, key) for key, number in numbers.items()])
