"""What the desk itself remembers: views, reasons, actions on many photos, letters and runs of its jobs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from media.enums import CreditStatus


class SavedView(models.Model):
    """A set of filters of the queue under a name, each moderator's own."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("название"), max_length=80)
    query = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name = _("сохранённый вид")
        verbose_name_plural = _("сохранённые виды")
        ordering = ["name"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="media_saved_view_name_once")]

    def __str__(self) -> str:
        return self.name


class ReasonTemplate(models.Model):
    """A reason moderators give often; one press puts it into the form."""

    text = models.CharField(_("причина"), max_length=500)
    status = models.CharField(
        _("для решения"),
        max_length=20,
        choices=[(status.value, status.label) for status in (
            CreditStatus.REJECTED, CreditStatus.DISPUTED, CreditStatus.REVOKED,
        )],
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(_("место"), default=0)

    panels = [FieldPanel("text"), FieldPanel("status"), FieldPanel("position")]

    class Meta:
        verbose_name = _("готовая причина")
        verbose_name_plural = _("готовые причины")
        ordering = ["status", "position", "text"]
        constraints = [models.UniqueConstraint(fields=["status", "text"], name="media_reason_template_once")]

    def __str__(self) -> str:
        return self.text


class BulkChange(models.Model):
    """One action on many photos: what each was before and after, so that it can be undone."""

    class Kind(models.TextChoices):
        APPROVE = "approve", _("одобрить")
        REJECT = "reject", _("отклонить")
        FILL = "fill", _("заполнить права")

    DONE = {
        Kind.APPROVE: _("Одобрено снимков"),
        Kind.REJECT: _("Отклонено снимков"),
        Kind.FILL: _("Заполнены права снимков"),
    }
    kind = models.CharField(_("действие"), max_length=10, choices=Kind.choices)
    items = models.JSONField(default=dict, help_text=_("Ключ снимка — что было и что стало."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("кто"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("когда"), auto_now_add=True)
    undone_at = models.DateTimeField(_("отменено"), null=True, blank=True)

    class Meta:
        verbose_name = _("действие со многими снимками")
        verbose_name_plural = _("действия со многими снимками")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.DONE[self.Kind(self.kind)]}: {len(self.items)}"


class SentNotice(models.Model):
    """A letter that must go out once: its key says to whom and about what."""

    key = models.CharField(max_length=200, unique=True)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("отправленное уведомление")
        verbose_name_plural = _("отправленные уведомления")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class JobRun(models.Model):
    """The lock and the last run of a job the clock starts: two machines never run it at once."""

    name = models.CharField(max_length=60, unique=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("запуск задания")
        verbose_name_plural = _("запуски заданий")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
