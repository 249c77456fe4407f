"""A figure as data: JSON and a table, with the terms of use and the day."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from portal.core.spreadsheets import CellValue, Sheet
from portal.figures.models import FiguresIndexPage, Source
from portal.figures.public.record import FigureRecord, ValueRow


def licence_of(entrance: FiguresIndexPage) -> str:
    """Return the terms of use, or that they are not named."""
    return entrance.licence or _("условия использования не указаны")


def figure_as_json(record: FigureRecord, entrance: FiguresIndexPage, url: str, today: date) -> dict[str, Any]:
    """Return the figure with its history as plain data; numbers are texts, so that no digit is lost."""
    figure = record.figure
    return {
        "url": url,
        "slug": figure.slug,
        "code": figure.code,
        "subject": figure.subject,
        "subject_english": figure.subject_english,
        "topic": figure.topic.name if figure.topic else "",
        "unit": figure.unit.name,
        "scale": figure.unit.scale,
        "never_without": figure.companion_words(),
        "licence": licence_of(entrance),
        "licence_url": entrance.licence_url,
        "generated_on": today.isoformat(),
        "current": value_as_json(record.current) if record.current else None,
        "values": [value_as_json(row) for row in record.rows],
    }


def value_as_json(row: ValueRow) -> dict[str, Any]:
    """Return one value as plain data."""
    value = row.value
    return {
        "value": row.formatted.machine_value,
        "comparator": value.comparator,
        "text": row.formatted.text,
        "period": value.period,
        "period_kind": value.period_kind,
        "period_start": value.period_start.isoformat() if value.period_start else None,
        "period_end": value.period_end.isoformat() if value.period_end else None,
        "period_text": row.period_text,
        "comparison_base": value.comparison_base,
        "as_of": value.as_of,
        "kind": value.kind,
        "status": value.status,
        "is_current": value.is_current,
        "source": source_as_json(row.source) if row.source else None,
    }


def source_as_json(source: Source) -> dict[str, str]:
    """Return the public part of a source; the quotation is the editors' own."""
    return {"publisher": source.publisher, "title": source.title, "url": source.url, "published": source.published}


def figure_as_sheet(record: FigureRecord, entrance: FiguresIndexPage, url: str, today: date) -> Sheet:
    """Return the history as a table; the lines above it name the figure, the terms of use and the day."""
    return Sheet(
        name=record.title[:31],
        header=[
            _("Показатель"), _("Точность"), _("Число"), _("Единица"), _("Период"), _("С чем сравнивается"),
            _("На дату"), _("Происхождение"), _("Проверка"), _("Показывается на сайте"), _("Источник"),
            _("Адрес источника"),
        ],
        rows=_sheet_rows(record),
        about=[
            (_("Цифра"), record.title),
            (_("Адрес"), url),
            (_("Условия использования"), licence_of(entrance), entrance.licence_url),
            (_("Выгружено"), today),
            *([(_("Никогда не стоит без"), record.figure.companion_words())] if record.figure.companion else []),
        ],
    )  # fmt: skip


def _sheet_rows(record: FigureRecord) -> Iterator[list[CellValue]]:
    for row in record.rows:
        value, source = row.value, row.source
        yield [
            record.title,
            str(value.get_comparator_display()),
            Decimal(row.formatted.machine_value),
            record.figure.unit.name,
            row.period_text,
            value.comparison_base,
            value.as_of,
            row.kind_label,
            row.status_label,
            value.is_current,
            str(source) if source else "",
            source.url if source else "",
        ]
