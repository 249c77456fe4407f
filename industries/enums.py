"""Closed lists of the industries app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndustryAccent(models.TextChoices):
    """The tints, glyphs and hatches the design has for industries."""

    MICROELECTRONICS = "microelectronics", _("микроэлектроника")
    PHARMA = "pharma", _("фармацевтика")
    AEROSPACE = "aerospace", _("авиация и космос")
    MEDICAL_DEVICES = "meddevices", _("медицинские приборы")
    EMOBILITY = "emobility", _("электротранспорт")
    MACHINERY = "machinery", _("машиностроение")
    FOOD = "food", _("пищевая промышленность")
    CHEMISTRY = "chemistry", _("химия и материалы")
    LIGHT = "light", _("лёгкая промышленность")
    INSTRUMENTS = "instruments", _("приборостроение")


class Role(models.TextChoices):
    """What an organisation is; only producers are counted as enterprises."""

    PRODUCER = "producer", _("производитель")
    UNIVERSITY = "university", _("вуз")
    HISTORICAL = "historical", _("историческое предприятие")
    SUPPORT_BODY = "support-body", _("институт поддержки")
    TECHNOPARK = "technopark", _("технопарк")


class Residency(models.TextChoices):
    """How an organisation stands to the special economic zone, as far as sources say."""

    RESIDENT = "resident", _("резидент ОЭЗ")
    FORMERLY_NAMED = "formerly-named", _("назван резидентом в старом источнике")
    ON_SITE = "on-site", _("на площадке, статус не назван")
    OUTSIDE = "outside", _("вне ОЭЗ, предположительно")
    UNKNOWN = "unknown", _("нет данных")


class Confidence(models.TextChoices):
    """How far the record's source may be trusted."""

    HIGH = "high", _("датированный источник")
    MEDIUM = "medium", _("источник старый или пересказ")
    LOW = "low", _("требует проверки")


class LegalForm(models.TextChoices):
    """Russian legal forms of organisations."""

    OOO = "ooo", _("ООО")
    AO = "ao", _("АО")
    PAO = "pao", _("ПАО")
    ZAO = "zao", _("ЗАО")
    OAO = "oao", _("ОАО")
    FGUP = "fgup", _("ФГУП")
    GUP = "gup", _("ГУП")
    GBU = "gbu", _("ГБУ")
    FGBU = "fgbu", _("ФГБУ")
    FGBOU = "fgbou", _("ФГБОУ")
    FGAOU = "fgaou", _("ФГАОУ")
    ANO = "ano", _("АНО")
    IP = "ip", _("ИП")
