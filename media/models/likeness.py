"""Which photos look alike: kept when a photo's look becomes known, so that a list of thousands can ask for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Likeness(models.Model):
    """One photo's resemblance to another, kept for both; ``distance`` counts the points in which their looks differ."""

    photo = models.ForeignKey("media.Photo", on_delete=models.CASCADE, related_name="likenesses")
    twin = models.ForeignKey("media.Photo", on_delete=models.CASCADE, related_name="+")
    distance = models.PositiveSmallIntegerField()
    photo.wagtail_reference_index_ignore = twin.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    class Meta:
        verbose_name = _("сходство снимков")
        verbose_name_plural = _("сходства снимков")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["photo", "twin"], name="media_likeness_once"),
            models.CheckConstraint(condition=~models.Q(photo=models.F("twin")), name="media_likeness_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.photo_id} ~ {self.twin_id}"
