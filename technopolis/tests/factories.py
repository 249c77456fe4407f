"""Districts, zones and sites for tests."""

import factory

from technopolis.models import District, Site, Zone


class DistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ("slug",)

    name = "Северный"
    short_name = "САО"
    slug = "sao"
    polygon_key = "САО"


class ZoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Zone
        django_get_or_create = ("slug",)

    name = "Опытная зона"
    slug = "zone"
    established_year = 2005
    until_year = 2055


class SiteFactory(factory.django.DjangoModelFactory):
    """A live site with nothing but its name, number, zone and district."""

    class Meta:
        model = Site

    name = factory.Sequence(lambda number: f"Площадка {number}")
    slug = factory.Sequence(lambda number: f"site-{number}")
    position = factory.Sequence(lambda number: number + 1)
    zone = factory.SubFactory(ZoneFactory)
    district = factory.SubFactory(DistrictFactory)
    live = True
