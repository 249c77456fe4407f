"""Industries, markets and organisations for tests."""

import factory
from wagtail.models import Site

from industries.enums import Confidence, IndustryAccent
from industries.models import Enterprise, Industry, Market
from portal.figures.tests.factories import SourceFactory


class IndustryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Industry
        django_get_or_create = ("slug",)

    name = "Приборостроение"
    slug = "instruments"
    english_name = "Instruments"
    accent = IndustryAccent.INSTRUMENTS


class MarketFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Market
        django_get_or_create = ("slug",)

    name = "Турция"
    slug = "turkey"
    iso_code = "TR"
    genitive = "Турции"
    accusative = "в Турцию"
    locative = "в Турции"
    english_name = "Turkey"


class EnterpriseFactory(factory.django.DjangoModelFactory):
    """A live organisation with a source; give ``markets`` as a list."""

    class Meta:
        model = Enterprise
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Опытный завод {number}")
    slug = factory.Sequence(lambda number: f"zavod-{number}")
    industry = factory.SubFactory(IndustryFactory)
    products = "датчики давления"
    source = factory.SubFactory(SourceFactory)
    as_of = "2026-01"
    confidence = Confidence.HIGH
    live = True

    @factory.post_generation
    def markets(self, create, given):
        if given:
            self.markets = given
            self.save()


def make_entrance(model, **values):
    """Put an entrance page under the site's root, published."""
    root = Site.objects.get(is_default_site=True).root_page
    page = model(title=model.address.title(), heading="Перечень", live=True, locale=root.locale, **values)
    return root.add_child(instance=page)
