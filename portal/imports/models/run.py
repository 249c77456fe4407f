"""One file brought in, from the upload to its place in the journal."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.imports.enums import OPEN, REFUSED_STATES, SHARED, WORKING, WRITING, WRITTEN_STATES, RunStatus

SECONDS_OF_SILENCE = 60


def private_storage() -> Storage:
    """Return the storage that has no address: brought files are seen by nobody."""
    return storages["private"]


def hidden_name(_run: "ImportRun", _file_name: str) -> str:
    """Return where the file is kept; nothing of the name it came with is used."""
    return f"imports/{uuid4().hex}"


class RunQuerySet(models.QuerySet["ImportRun"]):
    """Imports, and who may look into them."""

    def seen_by(self, person: Any) -> "RunQuerySet":
        """Return the person's own imports and those of others that wait for approval or are written.

        Administrators see all of them.
        """
        if person.is_superuser:
            return self
        return self.filter(models.Q(uploaded_by=person) | models.Q(status__in=SHARED))


class ImportRun(models.Model):
    """An import of one file: what it is, how its columns were understood, how far it has come.

    The file is kept until the run has ended. Only services change :attr:`status`.
    """

    kind = models.CharField(_("что загружается"), max_length=40, db_index=True)
    status = models.CharField(_("состояние"), max_length=20, choices=RunStatus.choices, default=RunStatus.UPLOADED)
    file = models.FileField(_("файл"), upload_to=hidden_name, storage=private_storage, blank=True)
    file_name = models.CharField(_("имя файла"), max_length=150)
    fingerprint = models.CharField(_("отпечаток файла"), max_length=64, db_index=True)
    encoding = models.CharField(_("кодировка"), max_length=20, blank=True)
    description = models.CharField(_("формат"), max_length=200, blank=True)
    header = models.JSONField(_("заголовок таблицы"), default=list)
    header_row = models.PositiveIntegerField(_("строка заголовка"), default=1)
    columns = models.JSONField(_("столбцы"), default=dict)
    unknown_words = models.JSONField(_("слова не из справочников"), default=dict)
    counts = models.JSONField(_("итоги проверки"), default=dict)
    progress = models.PositiveIntegerField(_("строк пройдено"), default=0)
    attempt = models.PositiveIntegerField(_("попытка"), default=0)
    fault = models.TextField(_("что помешало"), blank=True)
    good_rows_only = models.BooleanField(_("только строки без ошибок"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто загрузил"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("кто утвердил"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("кто отменил"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undo_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("кто утвердил отмену"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("загружен"), default=timezone.now)
    touched_at = models.DateTimeField(_("последнее движение"), default=timezone.now)

    objects = RunQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("загрузка таблицы")
        verbose_name_plural = _("загрузки таблиц")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(status__in=WRITING),
                name="imports_run_one_writes_a_kind",
                violation_error_message=_("Сейчас записывается другая загрузка того же вида. Дождитесь её окончания."),
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("uploaded_by")),
                name="imports_run_approved_by_another",
                violation_error_message=_("Утвердить загрузку может только другой человек."),
            ),
            models.CheckConstraint(
                condition=models.Q(undo_approved_by__isnull=True) | ~models.Q(undo_approved_by=models.F("undone_by")),
                name="imports_run_undo_approved_by_another",
                violation_error_message=_("Утвердить отмену может только другой человек."),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def is_seen_by(self, person: Any) -> bool:
        """Whether the person may look into it, as :meth:`RunQuerySet.seen_by` has it."""
        return bool(person.is_superuser or person.pk == self.uploaded_by_id or self.status in SHARED)

    @property
    def is_working(self) -> bool:
        """Whether something goes on in the background."""
        return self.status in WORKING

    @property
    def is_open(self) -> bool:
        """Whether a person still has to decide."""
        return self.status in OPEN

    @property
    def is_silent(self) -> bool:
        """Whether the work in the background seems to have died."""
        return self.is_working and (timezone.now() - self.touched_at).total_seconds() > SECONDS_OF_SILENCE

    @property
    def written_count(self) -> int:
        """How many rows would be written."""
        return sum(self.counts.get(state, 0) for state in WRITTEN_STATES)

    @property
    def refused_count(self) -> int:
        """How many rows can't be written as they are."""
        return sum(self.counts.get(state, 0) for state in REFUSED_STATES)

    @property
    def total_count(self) -> int:
        """How many rows the table has."""
        return sum(self.counts.values())

    @property
    def can_be_written(self) -> bool:
        """Whether there is something to write and nothing stands against it."""
        is_clean = self.refused_count == 0 or self.good_rows_only
        return bool(self.status == RunStatus.CHECKED and not self.fault and is_clean and self.written_count)
