"""The columns of a table of facts; their keys are the fields of the record."""

from django.utils.translation import gettext_lazy as _

from exports.enums import Comparison, Metric
from exports.fact_import import vocabularies
from exports.validators import validate_base_period
from portal.core.numbers import Comparator
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.validators import validate_period, validate_published
from portal.imports.cells import (
    boolean_cell,
    day_cell,
    long_text_cell,
    number_cell,
    partial_date_cell,
    text_cell,
    validated_cell,
)
from portal.imports.columns import Column

COLUMNS = (
    Column("slug", _("Код"), _("Последняя часть ссылки на факт; в выгрузке она есть. По ней находится запись."),
           parse=text_cell(100), can_be_cleared=False),
    Column("subject", _("Предмет"), _("«Поставки продукции приборостроения»."), ("О чём",), parse=text_cell(160),
           is_required=True),
    Column("subject_english", _("Предмет по-английски"), parse=text_cell(160)),
    Column("markets", _("Рынки"), _("Страны через точку с запятой."), ("Страны", "Рынок", "Страна"),
           make_vocabulary=vocabularies.markets, is_several=True, empty_value=[]),
    Column("scope", _("Область"), _("«Вместе» или «каждый»."), make_vocabulary=vocabularies.scopes),
    Column("metric", _("О чём факт"), _("Рост, доля, объём, товарооборот, утверждение."),
           make_vocabulary=vocabularies.metrics, empty_value=Metric.GROWTH.value),
    Column("product_group", _("Группа товаров"), make_vocabulary=vocabularies.product_groups, empty_value=None),
    Column("comparator", _("Точность"), _("Ровно, более, около…"), make_vocabulary=vocabularies.comparators,
           empty_value=Comparator.EXACTLY.value),
    Column("value", _("Число"), _("«24», «3,6»."), ("Значение",), parse=number_cell, empty_value=None),
    Column("unit", _("Единица"), make_vocabulary=vocabularies.units, empty_value=None),
    Column("statement", _("Утверждение"), _("Для факта без числа."), parse=text_cell(160)),
    Column("statement_english", _("Утверждение по-английски"), parse=text_cell(160)),
    Column("period", _("Период"), _("2025-10, 2024H1, 2024 9M, 2025, 2022–2025."),
           parse=validated_cell(text_cell(60), validate_period)),
    Column("period_wording", _("Период словами"), parse=text_cell(80)),
    Column("period_wording_english", _("Период словами по-английски"), parse=text_cell(80)),
    Column("comparison", _("С чем сравнивается"), make_vocabulary=vocabularies.comparisons,
           empty_value=Comparison.NONE.value),
    Column("base_period", _("Период сравнения"), parse=validated_cell(text_cell(60), validate_base_period)),
    Column("source", _("Источник"), _("Адрес или заголовок публикации из справочника источников."),
           ("Ссылка на источник",), make_vocabulary=vocabularies.sources, empty_value=None),
    Column("as_of", _("На дату"), _("Дата публикации: 2025, 2025-10 или 2025-10-29."),
           parse=validated_cell(partial_date_cell, validate_published)),
    Column("status", _("Проверка"), make_vocabulary=vocabularies.statuses, empty_value=ValueStatus.UNCHECKED.value),
    Column("kind", _("Происхождение"), make_vocabulary=vocabularies.value_kinds,
           empty_value=ValueKind.REPORTED.value),
    Column("review_on", _("Пересмотреть"), _("День, когда проверить снова."), parse=day_cell, empty_value=None),
    Column("editors_note", _("Заметка редакции"), _("На сайте не показывается."), parse=long_text_cell),
    Column("live", _("На сайте"), _("«Да» публикует, если сказано всё нужное; без «да» новая запись — черновик."),
           ("Опубликовано",), parse=boolean_cell, can_be_cleared=False, empty_value=False),
)  # fmt: skip
