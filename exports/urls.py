"""Addresses of the records below the page «Экспорт»."""

from django.urls import path, re_path

from exports import views

app_name = "exports"

urlpatterns = [
    path("markets/<slug:slug>/", views.market_page, name="market"),
    path("cases/", views.case_list, name="cases"),
    re_path(r"^cases/(?P<face>csv|xlsx|json|feed)/$", views.case_face, name="case_face"),
    path("cases/<slug:slug>/", views.case_page, name="case"),
    path("events/<slug:slug>/", views.event_page, name="event"),
]
