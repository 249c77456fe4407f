"""The columns of a figures' table."""

from django.utils.translation import gettext_lazy as _

from portal.core.numbers import Comparator
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.figure_import import vocabularies
from portal.figures.validators import validate_period, validate_published
from portal.imports.cells import (
    day_cell,
    long_text_cell,
    number_cell,
    partial_date_cell,
    text_cell,
    validated_cell,
)
from portal.imports.columns import Column

# Fields of the value that a table gives; a new value takes only the first two over where the table is silent.
INHERITED = ("comparator", "kind")
VALUE_FIELDS = (*INHERITED, "value", "period", "period_note", "comparison_base", "as_of", "source", "status")

COLUMNS = (
    Column("code", _("Код"), _("Короткий код редакции: «F01». По нему или по адресу находится цифра."),
           parse=text_cell(12), can_be_cleared=False),
    Column("slug", _("Адрес"), _("Последняя часть адреса цифры в портале."), parse=text_cell(100),
           can_be_cleared=False),
    Column("subject", _("Что измеряет"), _("Для справки: загрузка его не меняет."), parse=text_cell(250),
           can_be_cleared=False),
    Column("comparator", _("Точность"), _("Ровно, более, около…"), make_vocabulary=vocabularies.comparators,
           empty_value=Comparator.EXACTLY.value),
    Column("value", _("Число"), _("«755 000», «27,3»; в единицах самой цифры."), ("Значение",), parse=number_cell,
           is_required=True),
    Column("period", _("Период"), _("2025-10, 2024H1, 2024 9M, 2025, 2022–2025. Новый период — новое значение."),
           parse=validated_cell(text_cell(60), validate_period), is_required=True),
    Column("period_note", _("Уточнение к периоду"), parse=text_cell(120)),
    Column("comparison_base", _("С чем сравнивается"), parse=text_cell(120)),
    Column("as_of", _("На дату"), _("Дата публикации: 2025, 2025-10 или 2025-10-29."),
           parse=validated_cell(partial_date_cell, validate_published), is_required=True),
    Column("source", _("Источник"), _("Адрес или заголовок публикации из справочника источников."),
           ("Ссылка на источник",), make_vocabulary=vocabularies.sources, empty_value=None),
    Column("status", _("Проверка"), make_vocabulary=vocabularies.statuses, empty_value=ValueStatus.UNCHECKED.value),
    Column("kind", _("Происхождение"), make_vocabulary=vocabularies.value_kinds,
           empty_value=ValueKind.REPORTED.value),
    Column("review_on", _("Пересмотреть"), _("День, когда проверить снова."), parse=day_cell, empty_value=None),
    Column("reason", _("Основание"), _("Для редакции: почему число меняется. Пусто — имя файла и строка."),
           parse=long_text_cell),
    Column("public_note", _("Пояснение для читателя"),
           _("Обязательно, если период и дата прежние: тогда это исправление ошибки."), parse=long_text_cell),
)  # fmt: skip
