"""Facts, cases and events for tests."""

from decimal import Decimal

import factory

from exports.enums import Comparison, Metric, Scope
from exports.models import ExportCase, ExportFact, ProductGroup, TradeEvent
from industries.tests.factories import MarketFactory
from portal.core.numbers import UnitKind
from portal.figures.enums import ValueStatus
from portal.figures.tests.factories import SourceFactory, UnitFactory


class PercentFactory(UnitFactory):
    name = "изменение, процент"
    slug = "change-percent"
    kind = UnitKind.CHANGE_PERCENT
    one = few = many = "процентов"
    english_one = english_other = "percent"


class ProductGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProductGroup
        django_get_or_create = ("slug",)

    name = "Приборы"
    slug = "devices"
    name_english = "Devices"


class RecordFactory(factory.django.DjangoModelFactory):
    """A live record; many-to-many records are given as lists."""

    class Meta:
        abstract = True

    as_of = "2025-12-01"
    status = ValueStatus.CONFIRMED
    live = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        many = {field.name for field in model_class._meta.many_to_many}
        record = model_class(**{name: value for name, value in kwargs.items() if name not in many})
        for name in many & set(kwargs):
            setattr(record, name, kwargs[name])
        record.save()
        return record


class ExportFactFactory(RecordFactory):
    class Meta:
        model = ExportFact

    markets = factory.LazyFunction(lambda: [MarketFactory()])
    scope = Scope.EACH
    metric = Metric.GROWTH
    subject = "Поставки станков"
    subject_english = "Deliveries of machine tools"
    value = Decimal(24)
    unit = factory.SubFactory(PercentFactory)
    period = "2024"
    comparison = Comparison.PERIOD
    base_period = "2023"
    source = factory.SubFactory(SourceFactory)


class ExportCaseFactory(RecordFactory):
    class Meta:
        model = ExportCase

    title = factory.Sequence(lambda number: f"Станки уехали за рубеж, партия {number}")
    title_english = factory.Sequence(lambda number: f"Machine tools went abroad, batch {number}")
    markets = factory.LazyFunction(lambda: [MarketFactory()])
    sources = factory.LazyFunction(lambda: [SourceFactory()])
    period = "2025"
    story = "<p>Завод поставил станки.</p>"
    story_english = "<p>The plant delivered machine tools.</p>"


class TradeEventFactory(RecordFactory):
    class Meta:
        model = TradeEvent

    name = factory.Sequence(lambda number: f"Промышленный форум {number}")
    name_english = factory.Sequence(lambda number: f"Industrial forum {number}")
    place = "Эр-Рияд"
    place_english = "Riyadh"
    starts = "2026-02-08"
    ends = "2026-02-10"
    markets = factory.LazyFunction(lambda: [MarketFactory()])
    source = factory.SubFactory(SourceFactory)
