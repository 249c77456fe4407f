"""Enterprises as a kind of import."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industries.enterprise_import.changing import change_all, load, withdraw_confirmations
from industries.enterprise_import.columns import COLUMNS
from industries.enterprise_import.creating import create_all
from industries.enterprise_import.deleting import take_back
from industries.enterprise_import.links import Links
from industries.enterprise_import.matching import EnterpriseMatcher, is_found_by_name, keys_of
from industries.enterprise_import.reading import current_values, every_record
from industries.models import Enterprise
from portal.imports.enums import RowState
from portal.imports.kinds import ImportKind, Match, Values, WritingRefused, register_import_kind
from portal.imports.models import ImportRow


class EnterprisesKind(ImportKind):
    """Adds and changes enterprises; new ones are drafts unless the table publishes them."""

    slug = "enterprises"
    title = gettext_lazy("Предприятия")
    intro = gettext_lazy(
        "Записи находятся по адресу карточки, ИНН, ОГРН, а без них — по названию. Новые становятся черновиками."
    )
    icon = "list-ul"
    permissions = ("industries.add_enterprise", "industries.change_enterprise", "industries.publish_enterprise")
    columns = COLUMNS
    left_by_undo = gettext_lazy("остались, потому что сняты с показа или объединены после загрузки")

    def title_of(self, values: Values) -> str:
        """Return the name."""
        return str(values.get("name", ""))

    def identities(self, values: Values) -> list[str]:
        """Return address, INN and OGRN; the name counts only where a row has nothing else."""
        keys = keys_of(values)
        spelt = keys.pop("name_key", "")
        return [f"{key} {value}" for key, value in keys.items()] or [f"name {spelt}"]

    def match(self, rows: Sequence[Values]) -> list[Match]:
        """Find the record of each row."""
        matcher = EnterpriseMatcher(rows)
        return [matcher.match(values) for values in rows]

    def current(self, records: Sequence[int]) -> dict[int, Values]:
        """Return the records' values."""
        return current_values(records)

    def check(self, row: ImportRow, known: Values) -> None:
        """A new record needs its industry, a public one its source and date; a record found by its name keeps it."""
        if row.record is not None and is_found_by_name(row.values, known):
            row.values.pop("name", None)
        if row.record is None and not row.values.get("industry"):
            row.add_problem(_("Новой записи нужна отрасль."), "industry")
        after = {**known, **row.values}
        if after.get("live") and not (after.get("source") and after.get("as_of")):
            row.add_problem(_("Чтобы опубликовать запись, укажите источник и дату."), "live")

    def write(self, rows: Sequence[ImportRow], run: Any) -> None:
        """Write the rows."""
        person = run.uploaded_by
        links = Links()
        if new := [row for row in rows if row.state == RowState.NEW]:
            self._create(new, links, person)
        if changed := [row for row in rows if row.state == RowState.CHANGED]:
            self._change(changed, links, person)

    def undo(self, rows: Sequence[ImportRow], run: Any) -> list[str]:
        """Take the rows back: what was never public goes, what was is retired, what was changed gets its old values."""
        links = Links()
        person = run.undone_by
        if changed := [row for row in rows if row.state == RowState.CHANGED]:
            self._change_back(changed, links, person)
        made = [row.record for row in rows if row.record is not None and row.state == RowState.NEW]
        return take_back(made, person)

    def current_rows(self) -> Iterator[Values]:
        """Yield every record."""
        return every_record()

    def _create(self, rows: Sequence[ImportRow], links: Links, person: Any) -> None:
        records = []
        for row in rows:
            record = Enterprise(live=False)
            links.set_values(record, row.values)
            records.append(record)
        given = set[str]().union(*(row.values for row in rows))
        create_all(records, [links.markets(row.values) for row in rows], given, person)
        for row, record in zip(rows, records, strict=True):
            row.record = record.pk
        self._set_public(rows, [row.values for row in rows], person)

    def _change(self, rows: Sequence[ImportRow], links: Links, person: Any) -> None:
        records = load(row.record for row in rows if row.record)
        for row in rows:
            record = records[row.record or 0]
            derived = {"district": None} if "site" in row.values and record.district_id is None else {}
            links.set_values(record, row.values)
            row.before = {**derived, **row.before, **withdraw_confirmations(record, row.values)}
        markets = [links.markets(row.values) for row in rows]
        change_all([records[row.record or 0] for row in rows], markets, person, "wagtail.edit")
        self._set_public(rows, [row.values for row in rows], person)

    def _change_back(self, rows: Sequence[ImportRow], links: Links, person: Any) -> None:
        records = load(row.record for row in rows if row.record)
        for row in rows:
            links.set_values(records[row.record or 0], row.before)
        markets = [links.markets(row.before) for row in rows]
        change_all([records[row.record or 0] for row in rows], markets, person, "wagtail.revert")
        self._set_public(rows, [row.before for row in rows], person)

    def _set_public(self, rows: Sequence[ImportRow], values: Sequence[Values], person: Any) -> None:
        """Publish or withdraw what a row says so of, through the gate like everybody else."""
        wanted = {row.record or 0: each["live"] for row, each in zip(rows, values, strict=True) if "live" in each}
        for record in Enterprise.objects.filter(pk__in=wanted).select_related("latest_revision"):
            if record.live == wanted[record.pk]:
                continue
            try:
                if wanted[record.pk]:
                    record.latest_revision.publish(user=person)
                else:
                    record.unpublish(user=person)
            except ValidationError as error:
                raise WritingRefused(f"«{record}»: {' '.join(error.messages)}") from error


register_import_kind(EnterprisesKind())
