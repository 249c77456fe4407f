"""The list of photos by the state of their credits."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies.base import ModelPermissionPolicy

from media.desk.filters import CreditFilterSet
from media.enums import SHOWN_STATUSES, CreditStatus
from media.models import Credit, SavedView
from media.photo_uses import is_used
from media.searching import every_word_in

MODERATE = "moderate"
WIDE, MIDDLING = "desk-wide", "desk-middling"  # columns for wide screens; for all but phones


class ThumbnailColumn(Column):
    """The photo in small."""

    header_template_name = "media/desk/thumbnail_header.html"
    cell_template_name = "media/desk/thumbnail_cell.html"


class ChoiceColumn(Column):
    """A box that takes the photo into an action on many."""

    header_template_name = "media/desk/choice_header.html"
    cell_template_name = "media/desk/choice_cell.html"


class NameColumn(TitleColumn):
    """The photo's name, which leads to the decision; on a phone with its credit."""

    cell_template_name = "media/desk/title_cell.html"


class RightsEndColumn(Column):
    """The last day of the rights, as a date."""

    cell_template_name = "media/desk/rights_end_cell.html"


class QueueView(IndexView):
    """Photos and their credits, the newest first; narrow screens leave out what the decision's screen tells too."""

    model = Credit
    permission_policy = ModelPermissionPolicy(Credit)
    any_permission_required = [MODERATE]
    template_name = "media/desk/queue.html"
    results_template_name = "media/desk/queue_results.html"
    page_title = _("Подписи к фото")
    header_icon = "image"
    index_url_name = "credits:index"
    index_results_url_name = "credits:index_results"
    filterset_class = CreditFilterSet
    is_searchable = True
    paginate_by = 50
    default_ordering = ("-created_at", "-pk")
    verbose_name_plural = _("снимки")
    _show_breadcrumbs = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Show the queue whatever format is asked for: reports are taken away as tables, the queue is not."""
        super().setup(request, *args, **kwargs)
        self.is_export = False

    def get_base_queryset(self) -> QuerySet[Credit]:
        """Load holders, uploaders and renditions with the photos."""
        photos = Credit.objects.select_related("rights_holder", "uploaded_by_user")
        return photos.annotate(is_used=ExpressionWrapper(is_used(), BooleanField())).prefetch_related("renditions")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Keep photos known by every word: their title, credit and place, their holder's name in any spelling."""
        condition = every_word_in(self.search_query, "search_text", "rights_holder__search_text")
        return queryset.filter(condition) if self.is_searching else queryset

    def get_valid_orderings(self) -> list[str]:
        """Allow what the columns allow."""
        return [*super().get_valid_orderings(), self.default_ordering]  # type: ignore[list-item]

    @cached_property
    def columns(self) -> list[Column]:
        """What the queue shows of each photo."""
        return [
            ChoiceColumn("choice", label=""),
            ThumbnailColumn("thumbnail", label=_("Миниатюра")),
            NameColumn("title", label=_("Снимок"), get_url=decision_url, sort_key="title"),
            StatusTagColumn(
                "credit_status", label=_("Состояние"), accessor="get_credit_status_display", primary=is_approved
            ),
            Column("credit_line", label=_("Подпись"), accessor="credit_line", classname=MIDDLING),
            Column("basis", label=_("Основание"), accessor="get_basis_display", classname=WIDE),
            RightsEndColumn(
                "rights_valid_until", label=_("Права до"), sort_key="rights_valid_until", classname=MIDDLING
            ),
            Column("is_used", label=_("Стоит"), accessor=use_mark, classname=MIDDLING),
            Column("uploaded_by_user", label=_("Кто загрузил"), classname=WIDE),
            DateColumn("created_at", label=_("Загружено"), sort_key="created_at", classname=MIDDLING),
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the states with their counts, the saved views, and what can be done with many."""
        context = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "states": self.states(),
            "saved_views": SavedView.objects.filter(user=self.request.user),
            "current_query": self.filters_as_query(),
        }

    def get_paginator(self, queryset: QuerySet, *args: Any, **kwargs: Any) -> Any:
        """Count the list and every state in one query, so that they agree whatever happens meanwhile."""
        paginator = super().get_paginator(queryset, *args, **kwargs)
        counts = {status.value: Count("pk", filter=Q(credit_status=status)) for status in SHOWN_STATUSES}
        listed = Count("pk", filter=Q(pk__in=queryset.order_by().values("pk")))
        self.counts = Credit.objects.order_by().aggregate(all=Count("pk"), listed=listed, **counts)
        paginator.count = self.counts["listed"]
        self.request.waiting_credits = self.counts[CreditStatus.PENDING.value]
        return paginator

    def states(self) -> list[dict[str, Any]]:
        """Return every state with the number of photos in it, as its list will count them."""
        chosen = self.request.GET.get("credit_status", "")
        rows = [("", _("все"), self.counts["all"])]
        rows += [(status.value, status.label, self.counts[status.value]) for status in SHOWN_STATUSES]
        return [
            {"label": label, "count": count, "is_current": value == chosen,
             "url": f"{self.index_url}?{urlencode({'credit_status': value})}" if value else self.index_url}
            for value, label, count in rows
        ]  # fmt: skip

    def filters_as_query(self) -> str:
        """Return the filters and the search of this view, as a saved view keeps them."""
        kept = QueryDict(mutable=True)
        known = {*CreditFilterSet.base_filters, self.search_kwarg, "ordering"}
        for name in self.request.GET:
            if name in known and self.request.GET[name]:
                kept[name] = self.request.GET[name]
        return kept.urlencode()

    def get_edit_url(self, instance: Credit) -> str | None:
        """Rows lead to the decision."""
        return decision_url(instance)

    def get_add_url(self) -> None:
        """Photos are uploaded by editors, not here."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The queue is a root of its own."""
        return [{"url": "", "label": _("Подписи к фото")}]


def use_mark(photo: Any) -> Any:
    """Tell in a word whether a page or record uses the photo."""
    return _("да") if photo.is_used else _("нет")


def decision_url(photo: Credit) -> str:
    """Return the address where the photo's credit is decided."""
    return reverse("credits:decide", args=[photo.pk])


def is_approved(photo: Credit) -> bool:
    """Tell whether the state's tag stands out."""
    return photo.credit_status == CreditStatus.APPROVED
