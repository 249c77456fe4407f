"""A figure as a row of the list and of its files."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.figures.display import FigureDisplay
from portal.figures.models import Figure, FigureTopic
from portal.listing.rows import ListingRow


def title_of(figure: Figure) -> str:
    """Return what is counted, in the language of the page."""
    return figure.subject_english if get_language() == "en" and figure.subject_english else figure.subject


def name_of(topic: FigureTopic | None) -> str:
    """Return the heading in the language of the page."""
    if topic is None:
        return _("Другие цифры")
    return topic.name_english if get_language() == "en" and topic.name_english else topic.name


@dataclass(frozen=True)
class FigureRow(ListingRow):
    """One figure with its value on the site; ``display`` is ``None`` where a count is impossible."""

    topic: str = ""
    unit: str = ""
    status: str = ""
    status_label: str = ""
    kind_label: str = ""
    display: FigureDisplay | None = None

    @classmethod
    def of(cls, figure: Figure) -> "FigureRow":
        """Return what visitors may know of ``figure``, loaded for display."""
        display, value = FigureDisplay.of(figure), figure.value_on_site
        return cls(
            key=figure.slug,
            title=title_of(figure),
            url=reverse("figures:figure", args=[figure.slug]),
            summary=display.sentence if display else "",
            changed_at=getattr(figure, "changed_at", None) or timezone.now(),
            topic=name_of(figure.topic),
            unit=figure.unit.name,
            status=value.status if value else "",
            status_label=str(value.get_status_display()) if value else "",
            kind_label=str(value.get_kind_display()) if value else "",
            display=display,
        )

    @property
    def number(self) -> Decimal | None:
        """The plain number."""
        return Decimal(self.display.formatted.machine_value) if self.display else None

    @property
    def text(self) -> str:
        """The number as it is read: «более 755 000 специалистов»."""
        return self.display.formatted.text if self.display else ""

    @property
    def period(self) -> str:
        """The period in words."""
        return self.display.period_text if self.display else ""

    @property
    def comparison_base(self) -> str:
        """What the number is compared with."""
        return self.display.comparison_base if self.display else ""

    @property
    def as_of(self) -> str:
        """The date of publication."""
        return self.display.as_of if self.display else ""

    @property
    def source_text(self) -> str:
        """The publication in a line."""
        return str(self.display.source) if self.display and self.display.source else ""

    @property
    def source_url(self) -> str:
        """The address of the publication."""
        return self.display.source.url if self.display and self.display.source else ""
