"""One number that grows whenever anything a visitor may see has changed."""

from django.db import models


class ContentVersion(models.Model):
    """The version of all public content, a single row; caches of rendered pages are keyed by it.

    It lives in the database, so that every process sees a change at once whatever cache is used.
    """

    SINGLE_ROW = 1

    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="core_contentversion_single_row"),
        ]

    def __str__(self) -> str:
        return str(self.number)
