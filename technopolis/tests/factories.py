"""Districts, zones and sites for tests."""

from decimal import Decimal

import factory

from portal.figures.tests.factories import SourceFactory
from technopolis.enums import Regime, Tax
from technopolis.models import Benefit, District, Site, TaxRate, Zone


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


class TaxRateFactory(factory.django.DjangoModelFactory):
    """A published rate of the ordinary profit tax without a term."""

    class Meta:
        model = TaxRate

    regime = Regime.ORDINARY
    tax = Tax.PROFIT
    percent = Decimal(25)
    source = factory.SubFactory(SourceFactory)
    is_published = True


class BenefitFactory(factory.django.DjangoModelFactory):
    """A published benefit of residents in words, without a term."""

    class Meta:
        model = Benefit

    name = factory.Sequence(lambda number: f"Льгота {number}")
    text = "Платить не нужно."
    source = factory.SubFactory(SourceFactory)
    is_published = True
