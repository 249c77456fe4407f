"""Closed lists of imports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunStatus(models.TextChoices):
    """How far an import has come."""

    UPLOADED = "uploaded", _("загружен")
    CHECKING = "checking", _("проверяется")
    CHECKED = "checked", _("проверен")
    WAITING = "waiting", _("ждёт утверждения")
    APPLYING = "applying", _("записывается")
    APPLIED = "applied", _("записан")
    UNDO_WAITING = "undo-waiting", _("отмена ждёт утверждения")
    UNDOING = "undoing", _("отменяется")
    UNDONE = "undone", _("отменён")
    REJECTED = "rejected", _("отклонён")


WORKING = (RunStatus.CHECKING, RunStatus.APPLYING, RunStatus.UNDOING)
WRITING = (RunStatus.APPLYING, RunStatus.UNDOING)
OPEN = (RunStatus.UPLOADED, RunStatus.CHECKED, RunStatus.WAITING)
# What more people than the one who brought the table in decide on, or can see in the records.
SHARED = (
    RunStatus.WAITING, RunStatus.APPLYING, RunStatus.APPLIED, RunStatus.UNDO_WAITING, RunStatus.UNDOING,
    RunStatus.UNDONE,
)  # fmt: skip


class RowState(models.TextChoices):
    """What an import would do with a row."""

    NEW = "new", _("новые")
    CHANGED = "changed", _("с изменениями")
    SAME = "same", _("без изменений")
    CONFLICT = "conflict", _("спорные")
    FAULTY = "faulty", _("с ошибками")


WRITTEN_STATES = (RowState.NEW, RowState.CHANGED)
REFUSED_STATES = (RowState.CONFLICT, RowState.FAULTY)


class EventKind(models.TextChoices):
    """What the journal of imports tells."""

    UPLOADED = "uploaded", _("файл загружен")
    CHECKED = "checked", _("проверено")
    SENT = "sent", _("отправлено на утверждение")
    APPROVED = "approved", _("утверждено")
    STARTED = "started", _("запись начата")
    APPLIED = "applied", _("записано")
    REFUSED = "refused", _("не записано")
    REJECTED = "rejected", _("отклонено")
    UNDO_SENT = "undo-sent", _("отмена отправлена на утверждение")
    UNDO_APPROVED = "undo-approved", _("отмена утверждена")
    UNDO_DROPPED = "undo-dropped", _("решено не отменять")
    UNDO_STARTED = "undo-started", _("отмена начата")
    UNDONE = "undone", _("отменено")
    RESUMED = "resumed", _("продолжено")
    EXPORTED = "exported", _("записи выгружены")
