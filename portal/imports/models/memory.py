"""What is remembered of former imports, so that nobody explains the same table twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RememberedColumns(models.Model):
    """How the columns of a header were understood the last time."""

    kind = models.CharField(_("что загружается"), max_length=40)
    signature = models.CharField(_("отпечаток заголовка"), max_length=64)
    columns = models.JSONField(_("столбцы"), default=dict)

    class Meta:
        verbose_name = _("запомненные столбцы")
        verbose_name_plural = _("запомненные столбцы")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "signature"], name="imports_columns_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.signature[:8]}"


class RememberedWord(models.Model):
    """Which entry of a vocabulary an editor has said a foreign word means; no entry: the cell is left out."""

    kind = models.CharField(_("что загружается"), max_length=40)
    column = models.CharField(_("столбец"), max_length=40)
    word = models.CharField(_("слово"), max_length=200)
    term = models.CharField(_("значение справочника"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("запомненное слово")
        verbose_name_plural = _("запомненные слова")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "column", "word"], name="imports_word_once")]

    def __str__(self) -> str:
        return f"{self.word} → {self.term}"
