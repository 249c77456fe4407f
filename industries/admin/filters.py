"""How editors narrow the list of organisations."""

from datetime import timedelta

import django_filters
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from industries.models import Enterprise

OLD_AFTER = timedelta(days=365)


class Verification(models.TextChoices):
    """How long ago the editors have checked a record."""

    NEVER = "never", _("ни разу")
    OLD = "old", _("больше года назад")
    RECENT = "recent", _("в этом году")


class Standing(models.TextChoices):
    """Whether a record is in use."""

    SHOWN = "shown", _("на сайте")
    DRAFT = "draft", _("черновик")
    RETIRED = "retired", _("снята с показа")
    MERGED = "merged", _("объединена с другой")


def verification_condition(value: str) -> Q:
    """Return the condition of records verified as long ago as ``value`` says."""
    border = timezone.localdate() - OLD_AFTER
    return {
        Verification.NEVER: Q(verified_on__isnull=True),
        Verification.OLD: Q(verified_on__lt=border),
        Verification.RECENT: Q(verified_on__gte=border),
    }[Verification(value)]


def standing_condition(value: str) -> Q:
    """Return the condition of records that stand as ``value`` says."""
    return {
        Standing.SHOWN: Q(live=True),
        Standing.DRAFT: Q(live=False, retired_on__isnull=True),
        Standing.RETIRED: Q(retired_on__isnull=False, merged_into__isnull=True),
        Standing.MERGED: Q(merged_into__isnull=False),
    }[Standing(value)]


class EnterpriseFilterSet(WagtailFilterSet):
    """Filters of the list: what it is, where it stands, how well it is checked."""

    standing = django_filters.ChoiceFilter(label=_("Состояние"), choices=Standing.choices, method="filter_standing")
    verification = django_filters.ChoiceFilter(
        label=_("Проверено"), choices=Verification.choices, method="filter_verification"
    )

    class Meta:
        model = Enterprise
        fields = ["standing", "verification", "industry", "role", "residency", "confidence", "site", "district"]

    def filter_standing(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep records that stand as chosen."""
        return queryset.filter(standing_condition(value))

    def filter_verification(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep records verified as long ago as chosen."""
        return queryset.filter(verification_condition(value))
