"""The list of photos by the state of their credits."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies.base import ModelPermissionPolicy

from media.enums import BasisOfUse, CreditStatus, SourceType
from media.models import Credit, RightsHolder

MODERATE = "moderate"


class CreditFilterSet(WagtailFilterSet):
    """By state, basis, holder and kind of picture."""

    credit_status = django_filters.ChoiceFilter(choices=CreditStatus.choices, label=_("Состояние"))
    basis = django_filters.ChoiceFilter(choices=BasisOfUse.choices, label=_("Основание"))
    source_type = django_filters.ChoiceFilter(choices=SourceType.choices, label=_("Вид изображения"))
    rights_holder = django_filters.ModelChoiceFilter(queryset=RightsHolder.objects.all(), label=_("Правообладатель"))

    class Meta:
        model = Credit
        fields = ["credit_status", "basis", "source_type", "rights_holder"]


class ThumbnailColumn(Column):
    """The photo in small."""

    cell_template_name = "media/desk/thumbnail_cell.html"


class QueueView(IndexView):
    """Photos and their credits, those that wait for a decision first."""

    model = Credit
    permission_policy = ModelPermissionPolicy(Credit)
    any_permission_required = [MODERATE]
    page_title = _("Подписи к фото")
    header_icon = "image"
    index_url_name = "credits:index"
    index_results_url_name = "credits:index_results"
    filterset_class = CreditFilterSet
    is_searchable = False
    paginate_by = 50
    default_ordering = "-created_at"
    _show_breadcrumbs = True

    def get_base_queryset(self) -> QuerySet[Credit]:
        """Load holders, uploaders and renditions with the photos."""
        photos = Credit.objects.select_related("rights_holder", "uploaded_by_user")
        return photos.prefetch_related("renditions")

    @property
    def columns(self) -> list[Column]:
        """What the queue shows of each photo."""
        return [
            ThumbnailColumn("thumbnail", label=""),
            TitleColumn("title", label=_("Снимок"), get_url=decision_url, sort_key="title"),
            StatusTagColumn(
                "credit_status", label=_("Состояние"), accessor="get_credit_status_display", primary=is_approved
            ),
            Column("credit_line", label=_("Подпись"), accessor="credit_line"),
            Column("basis", label=_("Основание"), accessor="get_basis_display"),
            Column("rights_valid_until", label=_("Права до"), sort_key="rights_valid_until"),
            Column("uploaded_by_user", label=_("Кто загрузил")),
            DateColumn("created_at", label=_("Загружено"), sort_key="created_at"),
        ]

    def get_edit_url(self, instance: Credit) -> str | None:
        """Rows lead to the decision."""
        return decision_url(instance)

    def get_add_url(self) -> None:
        """Photos are uploaded by editors, not here."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The queue is a root of its own."""
        return [{"url": "", "label": _("Подписи к фото")}]


def decision_url(photo: Credit) -> str:
    """Return the address where the photo's credit is decided."""
    return reverse("credits:decide", args=[photo.pk])


def is_approved(photo: Credit) -> bool:
    """Tell whether the state's tag stands out."""
    return photo.credit_status == CreditStatus.APPROVED
