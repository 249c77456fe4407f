"""Files that are still to be made of a photo."""

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.models.photo import Photo

MOST_ATTEMPTS = 5


class FileWork(models.Model):
    """What a photo's visitors' files wait for; the row lives until they are made, and whoever holds it works alone.

    It is written in the transaction of the decision, so neither a crash nor a fault of the storage loses it.
    """

    class Fault(models.TextChoices):
        NOT_READ = "not-read", _("хранилище не отдаёт оригинал")
        NOT_DECODED = "not-decoded", _("оригинал не открывается")
        NOT_STORED = "not-stored", _("хранилище не принимает файлы")
        CUT_SHORT = "cut-short", _("работа каждый раз обрывается")

    photo = models.OneToOneField(
        Photo, verbose_name=_("фотография"), on_delete=models.CASCADE, related_name="file_work"
    )
    photo.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    replaces = models.BooleanField(default=False, help_text=_("Сделать и те файлы, которые уже есть."))
    is_asked_again = models.BooleanField(default=False, help_text=_("За время работы снимок изменился."))
    taken_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("попыток"), default=0)
    next_attempt_at = models.DateTimeField(_("следующая попытка"), default=timezone.now, db_index=True)
    fault = models.CharField(_("что мешает"), max_length=20, choices=Fault.choices, blank=True)

    class Meta:
        verbose_name = _("снимок без файлов")
        verbose_name_plural = _("снимки без файлов")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.photo_id}: {self.get_fault_display() or self.attempts}"

    @property
    def is_given_up(self) -> bool:
        """Whether nobody tries any more until a person asks."""
        return self.attempts >= MOST_ATTEMPTS

    @property
    def outlook(self) -> str | Promise:
        """What happens next, in words for a moderator."""
        if self.is_given_up:
            return _("попытки кончились")
        return timezone.localtime(self.next_attempt_at).strftime("%d.%m.%Y %H:%M")
