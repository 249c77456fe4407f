"""Addresses of the records below the page «Экспорт»."""

from django.urls import path

from exports import views

app_name = "exports"

urlpatterns = [
    path("markets/<slug:slug>/", views.market_page, name="market"),
    path("cases/", views.case_list, name="cases"),
    path("cases/<slug:slug>/", views.case_page, name="case"),
    path("events/<slug:slug>/", views.event_page, name="event"),
]
