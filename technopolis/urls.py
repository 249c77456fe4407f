"""Addresses of the zone's records; the zone's own page is an editor's."""

from django.urls import path

from technopolis.views.benefits import benefits
from technopolis.views.calculator import calculator, calculator_workbook
from technopolis.views.compare import compare_sites
from technopolis.views.enquiries import enquire, enquiry_status, find_enquiry
from technopolis.views.site import site_page

app_name = "technopolis"

urlpatterns = [
    path("benefits/", benefits, name="benefits"),
    path("compare/", compare_sites, name="compare"),
    path("calculator/", calculator, name="calculator"),
    path("calculator/xlsx/", calculator_workbook, name="calculator_workbook"),
    path("enquiries/", enquire, name="enquire"),
    path("enquiries/find/", find_enquiry, name="find_enquiry"),
    path("enquiries/<slug:code>/", enquiry_status, name="enquiry"),
    path("<slug:slug>/", site_page, name="site"),
]
