"""Closed lists of the zone's records."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaKind(models.TextChoices):
    """What a site's known area is the area of."""

    CURRENT = "current", _("площадь сейчас")
    HISTORICAL = "historical", _("историческое значение")
    PARTIAL = "partial", _("только часть площадки")


class FactKind(models.TextChoices):
    """Which part of a site's page a fact belongs to."""

    METRIC = "metric", _("показатель")
    PLAN = "plan", _("план")
    PROGRAMME = "programme", _("учебная программа")


class Measure(models.TextChoices):
    """What is added up over the sites and held against what the zone states."""

    SITES = "sites", _("площадки")
    AREA = "area", _("площадь, га")
    ENTERPRISES = "enterprises", _("предприятия")
    JOBS = "jobs", _("рабочие места")


# Sites are counted, their area stands in the passport; facts carry the rest.
FACT_MEASURES = [(choice.value, choice.label) for choice in (Measure.ENTERPRISES, Measure.JOBS)]


class Regime(models.TextChoices):
    """Under which rules a company pays."""

    RESIDENT = "resident", _("резидент зоны")
    ORDINARY = "ordinary", _("обычные условия")


class BenefitScope(models.TextChoices):
    """Whom a condition is for."""

    RESIDENT = "resident", _("резидент зоны")
    ORDINARY = "ordinary", _("обычные условия")
    CITY = "city", _("другие режимы города")


class Tax(models.TextChoices):
    """What is paid."""

    PROFIT = "profit", _("налог на прибыль")
    PROPERTY = "property", _("налог на имущество")
    LAND = "land", _("земельный налог")
    TRANSPORT = "transport", _("транспортный налог")
    IMPORT_DUTY = "import-duty", _("ввозная пошлина")
    IMPORT_VAT = "import-vat", _("НДС при ввозе")


class EnquiryStatus(models.TextChoices):
    """How far an enquiry is; everyone who knows its code may see this."""

    NEW = "new", _("получено")
    IN_PROGRESS = "in-progress", _("в работе")
    ANSWERED = "answered", _("отвечено")
    DECLINED = "declined", _("оставлено без ответа")
