"""Figures, values, units and sources for tests."""

from decimal import Decimal

import factory
import wagtail_factories

from portal.core.numbers import Comparator, UnitKind
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


class FigureFactory(factory.django.DjangoModelFactory):
    """A live figure with one current value; give ``value`` and other fields of the value by name."""

    class Meta:
        model = Figure
        exclude = ("value", "comparator", "period", "as_of", "source")

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

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        value = kwargs.pop("_value", None)
        figure = model_class(**kwargs)
        if value is not None:
            figure.values.add(FigureValue(is_current=True, **value))
        figure.save()
        return figure

    _value = factory.LazyAttribute(
        lambda figure: {
            "value": figure.value,
            "comparator": figure.comparator,
            "period": figure.period,
            "as_of": figure.as_of,
            "source": figure.source,
        }
    )


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
