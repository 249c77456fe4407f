"""Makes clearly synthetic organisations in any number, for measurements only."""

import random
from collections.abc import Iterator

from industries.enterprise_names import name_key
from industries.enums import Confidence, Residency, Role
from industries.models import Enterprise, Industry, Market
from industries.tests.factories import IndustryFactory, MarketFactory
from portal.core.content_version import content_changed
from portal.core.search_words import indexed_words
from portal.figures.tests.factories import SourceFactory
from technopolis.models import District, Site

BATCH = 2_000
INDUSTRIES, MARKETS = 14, 18
PRODUCTS = ("датчики", "насосы", "ткани", "станки", "краски", "кабели", "приборы", "корма", "лампы", "фильтры")
MOST_MARKETS = 3


def make_vocabularies() -> None:
    """Make as many industries and markets as the first site has."""
    for number in range(INDUSTRIES):
        IndustryFactory(slug=f"industry-{number}", name=f"Отрасль {number}", position=number)
    for number in range(MARKETS):
        code = f"{chr(65 + number)}X"
        MarketFactory(slug=f"market-{number}", name=f"Рынок {number}", iso_code=code, position=number)


def synthetic(number: int, chance: random.Random, known: dict[str, list[int]], source: int) -> Enterprise:
    """Return one organisation; its name tells that it does not exist."""
    name = f"Синтетическая запись {number:06}"
    products = ", ".join(chance.sample(PRODUCTS, 3))
    return Enterprise(
        name=name,
        slug=f"synthetic-{number:06}",
        industry_id=chance.choice(known["industries"]),
        site_id=chance.choice(known["sites"]) if known["sites"] and chance.random() < 0.4 else None,
        district_id=chance.choice(known["districts"]) if known["districts"] and chance.random() < 0.7 else None,
        role=chance.choice(Role.values),
        residency=chance.choice(Residency.values),
        confidence=chance.choice(Confidence.values),
        products=products,
        founded=chance.choice([None, chance.randrange(1850, 2026)]),
        source_id=source,
        as_of=f"20{chance.randrange(15, 27)}",
        live=True,
        name_key=name_key(name),
        search_words=indexed_words([products], names=[name]),
    )


def make_enterprises(count: int, seed: int = 1147) -> None:
    """Add ``count`` organisations to those there are."""
    chance = random.Random(seed + Enterprise.objects.count())
    source = SourceFactory().pk
    known = {
        "industries": list(Industry.objects.values_list("pk", flat=True)),
        "sites": list(Site.objects.values_list("pk", flat=True)),
        "districts": list(District.objects.values_list("pk", flat=True)),
    }
    markets = list(Market.objects.values_list("pk", flat=True))
    first = Enterprise.objects.count()
    for start in range(first, first + count, BATCH):
        batch = [synthetic(number, chance, known, source) for number in range(start, min(start + BATCH, first + count))]
        Enterprise.objects.bulk_create(batch)
        links = list(market_links(batch, markets, chance))
        Enterprise.markets.through.objects.bulk_create(links)
    content_changed()


def market_links(batch: list[Enterprise], markets: list[int], chance: random.Random) -> Iterator[object]:
    """Yield up to three markets for each organisation."""
    for enterprise in batch:
        for market in chance.sample(markets, chance.randrange(MOST_MARKETS + 1)):
            yield Enterprise.markets.through(enterprise_id=enterprise.pk, market_id=market)
