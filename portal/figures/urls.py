"""Addresses of figures, their files and sources."""

from django.urls import path, re_path

from portal.figures.public.changes import changes_feed, changes_page
from portal.figures.public.figure_page import figure_page
from portal.figures.public.files import figure_json, figure_spreadsheet
from portal.figures.public.frame import figure_frame
from portal.figures.public.index_pages import figures_face, figures_index, sources_index

app_name = "figures"

urlpatterns = [
    path("figures/", figures_index, name="index"),
    path("figures/changes/", changes_page, name="changes"),
    path("figures/changes/feed/", changes_feed, name="changes_feed"),
    re_path(r"^figures/(?P<face>csv|xlsx|json)/$", figures_face, name="face"),
    path("sources/", sources_index, name="sources"),
    path("figures/<slug:slug>/", figure_page, name="figure"),
    path("figures/<slug:slug>/json/", figure_json, name="json"),
    path("figures/<slug:slug>/csv/", figure_spreadsheet, {"file_format": "csv"}, name="csv"),
    path("figures/<slug:slug>/xlsx/", figure_spreadsheet, {"file_format": "xlsx"}, name="xlsx"),
    path("figures/<slug:slug>/embed/", figure_frame, name="embed"),
]
