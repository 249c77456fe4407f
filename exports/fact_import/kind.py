"""Facts about exports as a kind of import."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exports.fact_import.columns import COLUMNS
from exports.fact_import.reading import PLAIN_FIELDS, current_values, every_record, latest_versions
from exports.fact_import.writing import Links, save
from exports.models import ExportFact
from exports.models.fact_rules import fact_problems
from portal.figures.models import Source, Unit
from portal.imports.enums import RowState
from portal.imports.kinds import ImportKind, Match, Values, WritingRefused, register_import_kind
from portal.imports.models import ImportRow


class ExportFactsKind(ImportKind):
    """Adds and changes facts; new ones are drafts unless the table publishes them."""

    slug = "export-facts"
    title = gettext_lazy("Факты об экспорте")
    intro = gettext_lazy(
        "Записи находятся по коду, без него — по предмету, периоду и рынкам. Новые становятся черновиками, если "
        "таблица не публикует их сама. Без периода и области факт не опубликуется."
    )
    icon = "globe"
    permissions = ("exports.add_exportfact", "exports.change_exportfact", "exports.publish_exportfact")
    columns = COLUMNS

    def title_of(self, values: Values) -> str:
        """Return subject and period."""
        return f"{values.get('subject', '')} {values.get('period', '')}".strip()

    def identities(self, values: Values) -> list[str]:
        """Return the code, or what else names a fact."""
        return [f"slug {values['slug']}"] if values.get("slug") else [f"fact {_thing(values)}"]

    def match(self, rows: Sequence[Values]) -> list[Match]:
        """Find the fact of each row."""
        subjects = {values.get("subject", "") for values in rows}
        slugs = {values["slug"] for values in rows if values.get("slug")}
        by_slug = dict(ExportFact.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        by_thing = {
            (fact.subject, fact.period, tuple(sorted(market.slug for market in fact.markets.all()))): fact.pk
            for fact in ExportFact.objects.filter(subject__in=subjects).prefetch_related("markets")
        }
        return [
            Match(by_slug.get(values["slug"]) if values.get("slug") else by_thing.get(_thing(values)))
            for values in rows
        ]

    def current(self, records: Sequence[int]) -> dict[int, Values]:
        """Return the facts' values."""
        return current_values(records)

    def check(self, row: ImportRow, known: Values) -> None:
        """A fact that is to be public says all the public must be told; the cell at fault is named."""
        after = {**known, **row.values}
        if not after.get("live"):
            return
        problems = fact_problems(_in_memory(after), after.get("markets") or [])
        if not after.get("as_of"):
            problems["as_of"] = _("Укажите, на какую дату это известно.")
        for name, message in problems.items():
            row.add_problem(str(message), name)

    def write(self, rows: Sequence[ImportRow], run: Any) -> None:
        """Write the rows."""
        links, person = Links(), run.uploaded_by
        known = latest_versions([row.record for row in rows if row.record])
        for row in rows:
            fact = known[row.record] if row.record else ExportFact(live=False)
            links.set_values(fact, row.values)
            save(fact, row.values.get("live", fact.live), person)
            row.record = fact.pk

    def undo(self, rows: Sequence[ImportRow], run: Any) -> list[str]:
        """Take the rows back: drafts go, what was public is withdrawn, what was changed gets its old values."""
        links, person = Links(), run.undone_by
        known = latest_versions([row.record for row in rows if row.record])
        for row in rows:
            fact = known.get(row.record or 0)
            if fact is None:
                raise WritingRefused(_("«%(title)s»: записи больше нет.") % {"title": row.title})
            if row.state == RowState.CHANGED:
                links.set_values(fact, row.before)
                save(fact, row.before.get("live", fact.live), person)
            elif fact.first_published_at is None:
                fact.delete()
            else:
                ExportFact.objects.get(pk=fact.pk).unpublish(user=person)
        return []

    def current_rows(self) -> Iterator[Values]:
        """Yield every fact."""
        return every_record()


def _in_memory(values: Values) -> ExportFact:
    """Return a fact with what its rules look at, without reading its source and markets."""
    plain = {name: values[name] for name in (*PLAIN_FIELDS, "value") if name in values}
    source = Source(pk=values["source"]) if values.get("source") else None
    return ExportFact(**plain, source=source, unit=Unit.objects.filter(slug=values.get("unit") or "").first())


def _thing(values: Values) -> tuple[str, str, tuple[str, ...]]:
    return values.get("subject", ""), values.get("period", ""), tuple(sorted(values.get("markets") or []))


register_import_kind(ExportFactsKind())
