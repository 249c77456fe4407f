"""By what moderators narrow the queue."""

from datetime import timedelta

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from media.enums import SHOWN_STATUSES, BasisOfUse, CreditStatus, SourceType
from media.models import Credit, RightsHolder
from media.near_duplicates import under_another_credit
from media.photo_uses import is_used

EXPIRING_WITHIN = timedelta(days=30)
YES_OR_NO = [("yes", _("да")), ("no", _("нет"))]


class CreditFilterSet(WagtailFilterSet):
    """By state, basis, holder and kind of picture; by term, use, description and conflicts of credits."""

    credit_status = django_filters.ChoiceFilter(
        choices=[(status.value, status.label) for status in SHOWN_STATUSES], label=_("Состояние")
    )
    basis = django_filters.ChoiceFilter(choices=BasisOfUse.choices, label=_("Основание"))
    rights_holder = django_filters.ModelChoiceFilter(queryset=RightsHolder.objects.all(), label=_("Правообладатель"))
    expiring = django_filters.ChoiceFilter(
        choices=[("soon", _("в ближайшие 30 дней")), ("over", _("уже кончился"))],
        label=_("Срок прав"),
        method="filter_expiring",
    )
    used = django_filters.ChoiceFilter(choices=YES_OR_NO, label=_("Стоит на страницах"), method="filter_used")
    no_alt = django_filters.ChoiceFilter(choices=YES_OR_NO, label=_("Без описания"), method="filter_no_alt")
    conflict = django_filters.ChoiceFilter(choices=YES_OR_NO, label=_("Конфликт подписи"), method="filter_conflict")
    source_type = django_filters.ChoiceFilter(choices=SourceType.choices, label=_("Вид изображения"))

    class Meta:
        model = Credit
        fields = [
            "credit_status", "basis", "rights_holder", "expiring", "used", "no_alt", "conflict", "source_type",
        ]  # fmt: skip

    def filter_expiring(self, photos: QuerySet, name: str, value: str) -> QuerySet:
        """Keep approved photos whose rights end soon, or all whose rights have ended."""
        return photos.filter(expiring_soon() if value == "soon" else Q(rights_valid_until__lt=timezone.localdate()))

    def filter_used(self, photos: QuerySet, name: str, value: str) -> QuerySet:
        """Keep photos that pages or records use, or those that nothing uses."""
        return photos.filter(is_used() if value == "yes" else ~is_used())

    def filter_no_alt(self, photos: QuerySet, name: str, value: str) -> QuerySet:
        """Keep photos that lack their description."""
        lacking = Q(alt_text="", is_decorative=False)
        return photos.filter(lacking if value == "yes" else ~lacking)

    def filter_conflict(self, photos: QuerySet, name: str, value: str) -> QuerySet:
        """Keep photos that are known under another credit too."""
        return photos.filter(under_another_credit() if value == "yes" else ~under_another_credit())


def expiring_soon() -> Q:
    """Return the condition of approved photos whose last day is near."""
    today = timezone.localdate()
    return Q(
        credit_status=CreditStatus.APPROVED,
        rights_valid_until__gte=today,
        rights_valid_until__lte=today + EXPIRING_WITHIN,
    )
