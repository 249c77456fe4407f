"""Figures as a kind of import: all rows or none, approved by a second person."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.figures.acts import Responsible, correct_value, update_figure
from portal.figures.enums import ValueStatus
from portal.figures.figure_import.columns import COLUMNS
from portal.figures.figure_import.values import amendments_of, is_correction, new_value, restored_fields, values_of
from portal.figures.models import Figure, FigureValue
from portal.imports.kinds import ImportKind, Match, Values, WritingRefused, register_import_kind
from portal.imports.models import ImportRow


class FiguresKind(ImportKind):
    """Gives known figures new values, or corrects the shown one where period and date stay; makes no figures."""

    slug = "figures"
    title = gettext_lazy("Значения цифр")
    intro = gettext_lazy(
        "Новый период или дата добавляют значение, прежние — исправляют ошибку. Записывается всё или ничего, после "
        "утверждения другим человеком. Новых цифр загрузка не заводит."
    )
    icon = "order"
    permissions = ("figures.change_figure",)
    needs_second_person = True
    may_skip_bad_rows = False
    keeps_given_values = True
    columns = COLUMNS

    def title_of(self, values: Values) -> str:
        """Return code and subject."""
        return f"{values.get('code') or values.get('slug', '')} {values.get('subject', '')}".strip()

    def match(self, rows: Sequence[Values]) -> list[Match]:
        """Find the figure of each row by its address, or by its code."""
        slugs = {values["slug"] for values in rows if values.get("slug")}
        codes = {values["code"] for values in rows if values.get("code")}
        by_slug = dict(Figure.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        by_code: dict[str, list[int]] = {}
        for code, key in Figure.objects.filter(code__in=codes).values_list("code", "pk"):
            by_code.setdefault(code, []).append(key)
        return [self._match(values, by_slug, by_code) for values in rows]

    def _match(self, values: Values, by_slug: dict[str, int], by_code: dict[str, list[int]]) -> Match:
        named = [{by_slug[slug]} if slug in by_slug else set() for slug in (values.get("slug"),) if slug]
        named += [set(by_code.get(code, [])) for code in (values.get("code"),) if code]
        if not named or not all(named):
            return Match(conflict=_("Нет цифры с таким кодом или адресом."))
        found = set.intersection(*named)
        if len(found) != 1:
            return Match(conflict=_("Код и адрес указывают на разные цифры, или код повторяется."))
        return Match(record=found.pop())

    def current(self, records: Sequence[int]) -> dict[int, Values]:
        """Return what the shown values say."""
        shown = {value.figure_id: value for value in FigureValue.objects.filter(figure__in=records, is_current=True)}
        figures = Figure.objects.filter(pk__in=records)
        return {figure.pk: values_of(figure, shown.get(figure.pk)) for figure in figures}

    def check(self, row: ImportRow, known: Values) -> None:
        """A correction tells readers why; what is confirmed has a source."""
        row.values["subject"] = row.before["subject"] = known["subject"]
        if all(row.values.get(name) == value for name, value in known.items() if name in row.values):
            return
        if is_correction(row.values, known) and not row.values.get("public_note"):
            row.add_problem(
                _("Период и дата прежние, значит, это исправление: напишите читателю, что исправлено и почему."),
                "public_note",
            )
        inherits_source = is_correction(row.values, known) and "source" not in row.values
        source = known.get("source") if inherits_source else row.values.get("source")
        if row.values.get("status") == ValueStatus.CONFIRMED and not source:
            row.add_problem(_("Подтверждённому значению нужен источник."), "source")

    def write(self, rows: Sequence[ImportRow], run: Any) -> None:
        """Carry out an act for each row."""
        shown = self._shown(rows)
        figures = Figure.objects.in_bulk([row.record for row in rows])
        for row in rows:
            reason = row.values.get("reason") or _("Таблица «%(file)s», строка %(number)d.") % {
                "file": run.file_name, "number": row.number,
            }  # fmt: skip
            by = Responsible(run.uploaded_by, reason, approved_by=run.approved_by)
            figure, value = figures[row.record], shown.get(row.record)
            former = restored_fields(value) if value else None
            try:
                if value is not None and is_correction(row.values, row.before):
                    correct_value(value, amendments_of(row.values), by, row.values["public_note"])
                else:
                    update_figure(figure, new_value(row.values, value), by)
            except ValidationError as error:
                raise WritingRefused(_refusal(row, error)) from error
            row.before = {**row.before, "former": former}

    def undo(self, rows: Sequence[ImportRow], run: Any) -> list[str]:
        """Bring the former values back by acts of their own: history is added to, never rewritten."""
        shown = self._shown(rows)
        figures = Figure.objects.in_bulk([row.record for row in rows])
        reason = _("Отмена загрузки «%(file)s».") % {"file": run.file_name}
        by = Responsible(run.undone_by, reason, approved_by=run.undo_approved_by)
        for row in rows:
            former = row.before["former"]
            if former is None:
                raise WritingRefused(_("«%(title)s»: прежнего значения не было.") % {"title": row.title})
            try:
                if is_correction(row.values, row.before):
                    note = _("Исправление отменено: возвращено прежнее значение.")
                    correct_value(shown[row.record], former, by, note)
                else:
                    update_figure(figures[row.record], FigureValue(**former), by)
            except ValidationError as error:
                raise WritingRefused(_refusal(row, error)) from error
        return []

    def current_rows(self) -> Iterator[Values]:
        """Yield every figure with its shown value."""
        for figure in Figure.objects.for_display().iterator(chunk_size=500):
            yield values_of(figure, figure.current_value)

    def _shown(self, rows: Sequence[ImportRow]) -> dict[int | None, FigureValue]:
        values = FigureValue.objects.filter(figure__in=[row.record for row in rows], is_current=True)
        return {value.figure_id: value for value in values.select_related("figure")}


def _refusal(row: ImportRow, error: ValidationError) -> str:
    return f"{row.number}. «{row.title}»: {' '.join(error.messages)}"


register_import_kind(FiguresKind())
