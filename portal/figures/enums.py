"""Closed lists of the figures app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ValueStatus(models.TextChoices):
    """How far a value has been checked against public sources."""

    UNCHECKED = "unchecked", _("не проверено")
    CONFIRMED = "confirmed", _("подтверждено")
    CONTRADICTED = "contradicted", _("расходится")
    WITHOUT_SOURCE = "without-source", _("без источника")


class ValueKind(models.TextChoices):
    """Where a value comes from; each is drawn in its own way."""

    REPORTED = "reported", _("сообщено источником")
    DERIVED = "derived", _("расчёт")
    PLAN = "plan", _("план")
    OWNERS_CLAIM = "owners-claim", _("по данным заказчика")


# A page with such a figure is published only by a named person's decision.
DOUBTFUL = frozenset({ValueStatus.CONTRADICTED, ValueStatus.WITHOUT_SOURCE})


class Act(models.TextChoices):
    """What can be done to a figure's values."""

    UPDATE = "update", _("новое значение")
    CORRECT = "correct", _("исправление")
    REVIEW = "review", _("проверено, без изменений")
