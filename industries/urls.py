"""Public addresses below the entrances to the directory and to industries."""

from django.urls import path, re_path

from industries.views.directory import compare, directory_face, suggestions
from industries.views.enterprise import enterprise_card
from industries.views.industry import industry_page

urlpatterns = [
    path("enterprises/compare/", compare, name="enterprise_compare"),
    path("enterprises/suggest/", suggestions, name="enterprise_suggestions"),
    re_path(r"^enterprises/(?P<face>csv|xlsx|json|geojson|feed)/$", directory_face, name="enterprise_face"),
    path("enterprises/<slug:slug>/", enterprise_card, name="enterprise"),
    path("industries/<slug:slug>/", industry_page, name="industry"),
]
