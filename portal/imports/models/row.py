"""A row of a brought table after its check."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.imports.enums import RowState


class ImportRow(models.Model):
    """What a row would do, or why it can't; after writing also what was there before, for the undo.

    Rows that change nothing are only counted.
    """

    run = models.ForeignKey(
        "imports.ImportRun", verbose_name=_("загрузка"), on_delete=models.CASCADE, related_name="rows"
    )
    number = models.PositiveIntegerField(_("строка"))
    state = models.CharField(_("что будет"), max_length=10, choices=RowState.choices)
    title = models.CharField(_("запись"), max_length=200, blank=True)
    record = models.BigIntegerField(_("номер записи"), null=True)
    values = models.JSONField(_("новые значения"), default=dict)
    before = models.JSONField(_("прежние значения"), default=dict)
    problems = models.JSONField(_("ошибки"), default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("строка загрузки")
        verbose_name_plural = _("строки загрузки")
        ordering = ["number"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="imports_row_once_a_run")]
        indexes = [models.Index(fields=["run", "state", "number"], name="imports_row_by_state")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def add_problem(self, text: object, column: str = "", given: str = "") -> None:
        """Note why the row, or one of its cells, can't be used."""
        self.problems.append({"column": column, "given": given[:80], "text": str(text)})

    def without_run(self) -> dict[str, Any]:
        """Return what the row says, as tests and reports compare it."""
        return {"number": self.number, "state": self.state, "values": self.values, "problems": self.problems}
