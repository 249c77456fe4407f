"""Figures, values, units and sources for tests."""

from datetime import date
from decimal import Decimal

import factory
import wagtail_factories

from portal.core.numbers import Comparator, UnitKind
from portal.figures.enums import ValueKind, ValueStatus
from portal.figures.models import Figure, FiguresIndexPage, FigureTopic, FigureValue, Source, SourcesIndexPage, Unit


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit
        django_get_or_create = ("slug",)

    name = "специалисты"
    slug = "specialists"
    kind = UnitKind.COUNT
    one = "специалист"
    few = "специалиста"
    many = "специалистов"
    english_one = "specialist"
    english_other = "specialists"


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Source

    publisher = "Вестник завода"
    title = factory.Sequence(lambda number: f"Заметка {number}")
    url = factory.Sequence(lambda number: f"https://example.org/{number}")


VALUE_FIELDS = ("value", "comparator", "period", "as_of", "source", "status", "kind", "review_on")


class FigureFactory(factory.django.DjangoModelFactory):
    """A live figure with one current value; give ``value`` and other fields of the value by name."""

    class Meta:
        model = Figure
        exclude = VALUE_FIELDS

    code = ""
    subject = factory.Sequence(lambda number: f"Показатель {number}")
    slug = factory.Sequence(lambda number: f"figure-{number}")
    unit = factory.SubFactory(UnitFactory)
    caption = "специалистов в отрасли"
    live = True
    value = Decimal(755_000)
    comparator = Comparator.MORE_THAN
    period = "2025-10"
    as_of = "2025-10-29"
    source = factory.SubFactory(SourceFactory)
    status = ValueStatus.UNCHECKED
    kind = ValueKind.REPORTED
    review_on = date(2999, 1, 1)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        value = kwargs.pop("_value", None)
        live = kwargs.pop("live", True)
        figure = model_class(**kwargs, live=False)
        figure.save()
        if value is not None:
            FigureValue.objects.create(figure=figure, is_current=True, **value)
        if live:
            figure.live = True
            figure.save()
        return figure

    _value = factory.LazyAttribute(lambda figure: {name: getattr(figure, name) for name in VALUE_FIELDS})


class FigureTopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FigureTopic

    name = factory.Sequence(lambda number: f"Тема {number}")
    slug = factory.Sequence(lambda number: f"topic-{number}")


class FiguresIndexPageFactory(wagtail_factories.PageFactory):
    """The entrance to figures, published."""

    class Meta:
        model = FiguresIndexPage

    title = "Цифры"
    heading = "Цифры портала"


class SourcesIndexPageFactory(wagtail_factories.PageFactory):
    """The entrance to sources, published."""

    class Meta:
        model = SourcesIndexPage

    title = "Источники"
    heading = "Источники"
