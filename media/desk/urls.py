"""Addresses of the desk within the admin."""

from django.urls import path

from media.desk.bulk import BulkView, bulk_done, bulk_undo
from media.desk.decision import DecisionView
from media.desk.documents import open_document, open_evidence
from media.desk.files import retry_files
from media.desk.holders import holder_changes, undo_change
from media.desk.queue import QueueView
from media.desk.reports import REPORTS
from media.desk.saved_views import drop_view, save_view

app_name = "credits"
report_patterns = [
    path(f"reports/{report.address}/{address}", report.as_view(results_only=only), name=name)
    for report in REPORTS
    for address, only, name in (
        ("", False, report.name),
        ("results/", True, f"{report.name}_results"),
    )
]
urlpatterns = [
    *report_patterns,
    path("", QueueView.as_view(), name="index"),
    path("results/", QueueView.as_view(results_only=True), name="index_results"),
    path("<int:pk>/", DecisionView.as_view(), name="decide"),
    path("<int:pk>/document/<slug:name>/", open_document, name="document"),
    path("evidence/<int:pk>/", open_evidence, name="evidence"),
    path("bulk/", BulkView.as_view(), name="bulk"),
    path("bulk/<int:pk>/", bulk_done, name="bulk_done"),
    path("bulk/<int:pk>/undo/", bulk_undo, name="bulk_undo"),
    path("files/retry/", retry_files, name="retry_files"),
    path("views/save/", save_view, name="save_view"),
    path("views/<int:pk>/drop/", drop_view, name="drop_view"),
    path("holders/", holder_changes, name="holders"),
    path("holders/<int:pk>/undo/", undo_change, name="undo_holder_change"),
]
