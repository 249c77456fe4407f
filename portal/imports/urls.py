"""Addresses of imports in the admin."""

from django.urls import path

from portal.imports.views.columns import ColumnsView
from portal.imports.views.downloads import CurrentView, ProblemsView, TemplateView
from portal.imports.views.journal import JournalView
from portal.imports.views.run import RunStateView, RunView
from portal.imports.views.steps import StepView
from portal.imports.views.upload import UploadView
from portal.imports.views.words import WordsView

app_name = "imports"

urlpatterns = [
    path("", JournalView.as_view(), name="index"),
    path("results/", JournalView.as_view(results_only=True), name="index_results"),
    path("new/<slug:kind>/", UploadView.as_view(), name="upload"),
    path("template/<slug:kind>/<slug:file_format>/", TemplateView.as_view(), name="template"),
    path("current/<slug:kind>/<slug:file_format>/", CurrentView.as_view(), name="current"),
    path("<int:run_key>/", RunView.as_view(), name="run"),
    path("<int:run_key>/state/", RunStateView.as_view(), name="state"),
    path("<int:run_key>/columns/", ColumnsView.as_view(), name="columns"),
    path("<int:run_key>/words/", WordsView.as_view(), name="words"),
    path("<int:run_key>/problems/<slug:file_format>/", ProblemsView.as_view(), name="problems"),
    path("<int:run_key>/step/<slug:step>/", StepView.as_view(), name="step"),
]
