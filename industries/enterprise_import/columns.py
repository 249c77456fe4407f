"""The columns of an enterprises' table; their keys are the fields of the record."""

from django.utils.translation import gettext_lazy as _

from industries.enterprise_import import vocabularies
from industries.enums import Confidence, Residency, Role
from industries.validators import validate_inn, validate_ogrn, validate_year
from portal.figures.validators import validate_published
from portal.imports.cells import (
    address_cell,
    boolean_cell,
    identifier_cell,
    integer_cell,
    long_text_cell,
    partial_date_cell,
    text_cell,
    validated_cell,
)
from portal.imports.columns import Column

COLUMNS = (
    Column("name", _("Название"), _("Как его знают: «Микрон»."), ("Наименование", "Предприятие", "Организация"),
           parse=text_cell(160), is_required=True),
    Column("inn", _("ИНН"), _("10 или 12 цифр. По нему находится запись."),
           parse=identifier_cell(validate_inn, (10, 12))),
    Column("ogrn", _("ОГРН"), _("13 или 15 цифр."), ("ОГРНИП",), parse=identifier_cell(validate_ogrn, (13, 15))),
    Column("slug", _("Адрес карточки"), _("Последняя часть адреса в портале; в выгрузке она есть."),
           parse=text_cell(100), can_be_cleared=False),
    Column("legal_name", _("Полное наименование"), aliases=("Юридическое лицо",), parse=text_cell(250)),
    Column("legal_form", _("Форма"), _("ООО, АО, ПАО…"), ("ОПФ", "Правовая форма"),
           make_vocabulary=vocabularies.legal_forms),
    Column("role", _("Роль"), _("Производитель, вуз, технопарк…"), make_vocabulary=vocabularies.roles,
           empty_value=Role.PRODUCER.value),
    Column("industry", _("Отрасль"), _("Из справочника отраслей; новой записи обязательна."),
           make_vocabulary=vocabularies.industries, can_be_cleared=False),
    Column("site", _("Площадка"), _("Площадка зоны, если предприятие на ней."), ("Площадка ОЭЗ",),
           make_vocabulary=vocabularies.sites, empty_value=None),
    Column("district", _("Округ"), _("Название или сокращение."), ("Административный округ",),
           make_vocabulary=vocabularies.districts, empty_value=None),
    Column("residency", _("Резидентство"), make_vocabulary=vocabularies.residencies,
           empty_value=Residency.UNKNOWN.value),
    Column("products", _("Продукция"), _("Через запятую, без оценок."), parse=long_text_cell),
    Column("markets", _("Рынки"), _("Страны через точку с запятой."), ("Экспорт", "Страны"),
           make_vocabulary=vocabularies.markets, is_several=True, empty_value=[]),
    Column("founded", _("Год основания"), parse=validated_cell(integer_cell, validate_year), empty_value=None),
    Column("website", _("Сайт"), aliases=("Веб-сайт",), parse=validated_cell(address_cell)),
    Column("source", _("Источник"), _("Адрес или заголовок публикации из справочника источников."),
           ("Ссылка на источник",), make_vocabulary=vocabularies.sources, empty_value=None),
    Column("as_of", _("На дату"), _("Дата источника: 2025, 2025-10 или 2025-10-29."),
           parse=validated_cell(partial_date_cell, validate_published)),
    Column("confidence", _("Надёжность"), make_vocabulary=vocabularies.confidences,
           empty_value=Confidence.LOW.value),
    Column("internal_note", _("Заметка редакции"), _("На сайте не показывается."), parse=long_text_cell),
    Column("live", _("На сайте"), _("«Да» публикует, если есть источник и дата; новая запись без «да» — черновик."),
           ("Опубликовано",), parse=boolean_cell, can_be_cleared=False),
)  # fmt: skip
