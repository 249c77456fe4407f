"""What a file says of itself: which list, narrowed how, of what day, under which terms."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.listing.result import ListingResult


@dataclass(frozen=True)
class About:
    """The first lines of a file, or its metadata."""

    title: str
    url: str
    filters: str
    date: str
    licence: str
    count: int
    errors: Sequence[str]

    @classmethod
    def of(cls, result: ListingResult, url: str) -> "About":
        """Return what is to be said of ``result``, found at the absolute address ``url``."""
        chosen = [f"{chip.group}: {chip.label}" if chip.group else chip.label for chip in result.chips]
        return cls(
            title=result.listing.title(),
            url=url,
            filters="; ".join(chosen) or _("без фильтров"),
            date=timezone.localdate().isoformat(),
            licence=str(result.listing.licence),
            count=result.count,
            errors=result.state.errors,
        )

    def lines(self) -> list[tuple[str, str | int]]:
        """Return the lines above a table."""
        lines: list[tuple[str, str | int]] = [
            (_("Перечень"), self.title),
            (_("Отбор"), self.filters),
            (_("Записей"), self.count),
            (_("Дата"), self.date),
            (_("Адрес"), self.url),
            (_("Условия"), self.licence),
        ]
        return [*lines, *((_("Ошибка"), error) for error in self.errors)]
