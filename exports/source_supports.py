"""Which sources facts, cases and events stand on; imported once all models are loaded."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exports.models import ExportCase, ExportFact, TradeEvent
from portal.core.numbers import resolve_language
from portal.figures.public.supports import Support, Supported, records_on, register_support


def _keys_of_facts() -> Sequence[QuerySet]:
    return [ExportFact.objects.open_to_visitors().exclude(source=None).values("source")]


def _facts_on(sources: Collection[int]) -> dict[int, list[Supported]]:
    found: dict[int, list[Supported]] = defaultdict(list)
    language = resolve_language()
    for fact in ExportFact.objects.open_to_visitors().filter(source__in=sources).for_display():
        sentence, markets = fact.sentence(language), fact.ordered_markets
        if sentence and markets:
            address = f"{reverse('exports:market', args=[markets[0].slug])}#fact-{fact.slug}"
            found[fact.source_id or 0].append(Supported(_("Факты об экспорте"), sentence, address))
    return found


register_support("facts", Support(_keys_of_facts, _facts_on))
register_support(
    "cases", records_on(ExportCase.objects.open_to_visitors, gettext_lazy("Кейсы"), "exports:case", column="sources")
)
register_support(
    "events", records_on(TradeEvent.objects.open_to_visitors, gettext_lazy("События"), "exports:event", name="name")
)
