"""Closed lists of the exports app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """Whether a number is that of several markets together or holds for each of them."""

    TOGETHER = "together", _("по всем названным рынкам вместе")
    EACH = "each", _("по каждому рынку в отдельности")


class Metric(models.TextChoices):
    """What a fact tells; it decides how the sentence is built."""

    GROWTH = "growth", _("рост или снижение поставок")
    SHARE = "share", _("доля рынка в целом")
    AMOUNT = "amount", _("объём поставок или контракта")
    TURNOVER = "turnover", _("товарооборот с рынком")
    STATEMENT = "statement", _("утверждение без числа")


class Comparison(models.TextChoices):
    """What a growth is compared with."""

    NONE = "none", _("не сравнивается")
    PERIOD = "period", _("с названным периодом")
    SAME_PERIOD = "same-period", _("с тем же периодом годом ранее")
    NOT_STATED = "not-stated", _("источник не говорит, с чем")
