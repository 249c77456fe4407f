"""Reports on photos and credits, each as a list and as CSV or XLSX."""

from datetime import datetime
from typing import Any

import django_filters
from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from media.desk.access import MODERATE_CREDIT
from media.desk.filters import expiring_soon
from media.enums import CreditStatus
from media.file_work import unmade_files
from media.models import CreditDecision, FileWork, Photo, RightsHolder
from media.uncleared_pages import live_pages_with_uncleared_photos

COLUMN_WIDTH = 28
LONGEST_SHEET_NAME = 31
MOMENT_FORMAT = "dd.mm.yyyy hh:mm"
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


class DeskReport(ReportView):
    """A report for those who decide on credits; text in a CSV file never begins a formula."""

    permission_required = MODERATE_CREDIT
    any_permission_required = None
    results_template_name = "media/desk/report_results.html"
    header_icon = "image"
    paginate_by = 50
    name = ""
    address = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Derive the addresses of a report from its name."""
        super().__init_subclass__(**kwargs)
        cls.address = cls.name.removeprefix("report_").replace("_", "-")
        cls.index_url_name = f"credits:{cls.name}"
        cls.index_results_url_name = f"credits:{cls.name}_results"

    def user_has_permission(self, permission: str) -> bool:
        """Ask for the right to decide on credits."""
        return self.request.user.has_perm(permission)

    def get_filename(self) -> str:
        """Return the name of the exported file."""
        return self.address

    def write_xlsx(self, queryset: Any, output: Any) -> None:
        """Write a sheet whose columns are wide enough to read and whose headings stay in sight."""
        workbook = Workbook(write_only=True, iso_dates=True)
        sheet = workbook.create_sheet(title=str(self.page_title)[:LONGEST_SHEET_NAME])
        sheet.freeze_panes = "A2"
        for place in range(1, len(self.list_export) + 1):
            sheet.column_dimensions[get_column_letter(place)].width = COLUMN_WIDTH
        sheet.append(self.get_heading(queryset, field) for field in self.list_export)
        for item in queryset:
            sheet.append(self.generate_xlsx_row(sheet, self.to_row_dict(item), date_format=MOMENT_FORMAT))
        workbook.save(output)

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Write moments in the site's time, and keep text from becoming a formula."""
        if isinstance(value, datetime):
            local = timezone.make_naive(value)
            return local.strftime("%d.%m.%Y %H:%M:%S") if export_format == self.FORMAT_CSV else local
        written = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and isinstance(written, str) and written.startswith(FORMULA_BEGINNINGS):
            return f"'{written}"
        return written


class MomentColumn(Column):
    """A day and a time, to the minute."""

    cell_template_name = "media/desk/moment_cell.html"


class UnclearedPagesReport(DeskReport):
    """Live pages on which a placeholder stands instead of a photo."""

    name = "report_pages"
    page_title = _("Страницы с неодобренными фото")
    no_results_message = _("Таких страниц нет: на опубликованных страницах все снимки одобрены.")
    list_export = ["title", "photo_title", "obstacle", "full_url"]
    export_headings = {
        "title": _("Страница"), "photo_title": _("Снимок"), "obstacle": _("Почему не показан"), "full_url": _("Адрес"),
    }  # fmt: skip
    columns = [
        TitleColumn("title", label=_("Страница"), get_url=lambda row: row.edit_url),
        TitleColumn("photo_title", label=_("Снимок"), get_url=lambda row: row.photo_url),
        Column("obstacle", label=_("Почему не показан")),
    ]
    model = Page

    def get_queryset(self) -> Any:
        """Return a row for each uncleared photo of a live page."""
        return live_pages_with_uncleared_photos()

    def filter_queryset(self, queryset: Any) -> Any:
        """There is nothing to filter by."""
        return queryset


class PhotoReport(DeskReport):
    """Photos of one sort."""

    model = Photo
    list_export = ["title", "credit_line", "rights_holder", "get_credit_status_display", "rights_valid_until"]
    export_headings = {
        "title": _("Снимок"), "credit_line": _("Подпись"), "rights_holder": _("Правообладатель"),
        "get_credit_status_display": _("Состояние"), "rights_valid_until": _("Права до"),
    }  # fmt: skip
    columns = [
        TitleColumn("title", label=_("Снимок"), get_url=lambda photo: reverse("credits:decide", args=[photo.pk])),
        Column("credit_line", label=_("Подпись")),
        Column("rights_holder", label=_("Правообладатель")),
        Column("status", label=_("Состояние"), accessor="get_credit_status_display"),
        Column("rights_valid_until", label=_("Права до")),
    ]
    condition: Any = None

    def get_queryset(self) -> QuerySet:
        """Return the photos of the report's sort."""
        photos = Photo.objects.select_related("rights_holder")
        return photos.filter(type(self).condition()).order_by(F("rights_valid_until").asc(nulls_last=True), "pk")


class ExpiringRightsReport(PhotoReport):
    """Approved photos whose rights end within thirty days."""

    name = "report_expiring"
    page_title = _("Права, которые кончаются")
    no_results_message = _("В ближайшие 30 дней права на одобренные снимки не кончаются.")
    condition = staticmethod(expiring_soon)


class NoAltReport(PhotoReport):
    """Photos that lack their description."""

    name = "report_no_alt"
    page_title = _("Фото без описания")
    no_results_message = _("Таких снимков нет: все описаны.")
    condition = staticmethod(lambda: Q(alt_text="", is_decorative=False))


class HoldersReport(DeskReport):
    """How many photos each holder has given, and how many of them are shown."""

    name = "report_holders"
    page_title = _("Фото по правообладателям")
    no_results_message = _("Правообладателей ещё нет.")
    model = RightsHolder
    list_export = ["name", "credit_line", "total", "approved", "waiting", "expiring"]
    export_headings = {
        "name": _("Правообладатель"), "credit_line": _("Обычная подпись"), "total": _("Всего"),
        "approved": _("Одобрено"), "waiting": _("Ждёт решения"), "expiring": _("Кончается за 30 дней"),
    }  # fmt: skip
    columns = [
        TitleColumn("name", label=_("Правообладатель"), get_url=lambda row: _photos_of(row)),
        Column("credit_line", label=_("Обычная подпись")),
        Column("total", label=_("Всего")),
        Column("approved", label=_("Одобрено")),
        Column("waiting", label=_("Ждёт решения")),
        Column("expiring", label=_("Кончается за 30 дней")),
    ]

    def get_queryset(self) -> QuerySet:
        """Count the photos of every holder in one query."""
        soon = Q(**{f"photos__{name}": value for name, value in expiring_soon().children})  # type: ignore[misc]
        return RightsHolder.objects.annotate(
            total=Count("photos"),
            approved=Count("photos", filter=Q(photos__credit_status=CreditStatus.APPROVED)),
            waiting=Count("photos", filter=Q(photos__credit_status=CreditStatus.PENDING)),
            expiring=Count("photos", filter=soon),
        ).order_by("name")


class JournalFilterSet(WagtailFilterSet):
    """By decision and day."""

    to_status = django_filters.ChoiceFilter(choices=CreditStatus.choices, label=_("Решение"))
    decided_at = django_filters.DateFromToRangeFilter(label=_("Когда"))

    class Meta:
        model = CreditDecision
        fields = ["to_status", "decided_at"]


class DecisionsJournal(DeskReport):
    """Every decision ever made."""

    name = "report_journal"
    page_title = _("Журнал решений о подписях")
    no_results_message = _("Таких решений нет.")
    header_icon = "history"
    model = CreditDecision
    filterset_class = JournalFilterSet
    list_export = [
        "decided_at", "photo.title", "get_from_status_display", "get_to_status_display", "decided_by", "reason",
        "digest",
    ]  # fmt: skip
    export_headings = {
        "decided_at": _("Когда"), "photo.title": _("Снимок"), "get_from_status_display": _("Было"),
        "get_to_status_display": _("Стало"), "decided_by": _("Кто решил"), "reason": _("Причина"),
        "digest": _("Отпечаток"),
    }  # fmt: skip
    columns = [
        MomentColumn("decided_at", label=_("Когда")),
        TitleColumn("photo", label=_("Снимок"), get_url=lambda row: _decision_of(row)),
        Column("from_status", label=_("Было"), accessor="get_from_status_display"),
        Column("to_status", label=_("Стало"), accessor="get_to_status_display"),
        Column("decided_by", label=_("Кто решил")),
        Column("reason", label=_("Причина")),
    ]

    def get_queryset(self) -> QuerySet:
        """Return the decisions, the newest first."""
        return CreditDecision.objects.select_related("photo", "decided_by").order_by("-decided_at", "-pk")


class UnmadeFilesReport(DeskReport):
    """Approved photos that visitors don't see, as their files could not be made."""

    name = "report_files"
    page_title = _("Файлы, которые не удалось сделать")
    no_results_message = _("Таких нет: файлы всех одобренных снимков сделаны или делаются.")
    header_icon = "warning"
    model = FileWork
    list_export = ["photo.title", "get_fault_display", "attempts", "outlook"]
    export_headings = {
        "photo.title": _("Снимок"), "get_fault_display": _("Что мешает"), "attempts": _("Попыток"),
        "outlook": _("Следующая попытка"),
    }  # fmt: skip
    columns = [
        TitleColumn("photo", label=_("Снимок"), get_url=lambda row: reverse("credits:decide", args=[row.photo_id])),
        Column("fault", label=_("Что мешает"), accessor="get_fault_display"),
        Column("attempts", label=_("Попыток")),
        Column("outlook", label=_("Следующая попытка")),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what has failed, what nobody tries any more first."""
        return unmade_files()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """There is nothing to filter by."""
        return queryset


REPORTS: tuple[type[DeskReport], ...] = (
    UnclearedPagesReport,
    ExpiringRightsReport,
    NoAltReport,
    HoldersReport,
    DecisionsJournal,
    UnmadeFilesReport,
)


def _photos_of(holder: RightsHolder) -> str:
    return f"{reverse('credits:index')}?rights_holder={holder.pk}"


def _decision_of(decision: CreditDecision) -> str | None:
    is_withdrawn = decision.photo.credit_status == CreditStatus.WITHDRAWN
    return None if is_withdrawn else reverse("credits:decide", args=[decision.photo_id])
