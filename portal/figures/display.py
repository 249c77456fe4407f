"""A figure as a page shows it: everything computed once, nothing left to templates."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from portal.core.numbers import FormattedFigure, UnitKind
from portal.core.numbers.characters import MULTIPLICATION_SIGN
from portal.figures.enums import ValueKind

if TYPE_CHECKING:
    from portal.figures.models import Figure, Source


@dataclass(frozen=True)
class FigureDisplay:
    """One number on a page with its caption and its provenance.

    A counted number stands without its unit, as the caption names what is counted («более 755 000» —
    «специалистов трудятся в промышленности»); a measure, a sum or a percentage keeps its unit («более 390 га»).
    """

    slug: str
    subject: str
    caption: str
    word: str
    number: str
    unit: str
    spoken: str
    formatted: FormattedFigure
    as_of_text: str
    as_of: str
    comparison_base: str
    period_note: str
    is_past_review: bool
    kind: str
    kind_label: str
    source: "Source | None"

    @classmethod
    def of(cls, figure: "Figure", caption: str = "") -> "FigureDisplay | None":
        """Return the figure's current value with ``caption`` or its usual one; ``None`` if it is not public.

        What does not depend on the caption is worked out once for a loaded figure and language.
        """
        known = figure.__dict__.setdefault("_displays", {})
        language = get_language()
        if language not in known:
            known[language] = cls._with_usual_caption(figure)
        usual = known[language]
        return replace(usual, caption=caption) if usual and caption else usual

    @classmethod
    def _with_usual_caption(cls, figure: "Figure") -> "FigureDisplay | None":
        value = figure.value_on_site
        if not figure.live or value is None or value.value is None:
            return None
        formatted = value.formatted(figure.unit)
        counted = figure.unit.kind == UnitKind.COUNT
        as_of = value.as_of_date
        return cls(
            slug=figure.slug,
            subject=figure.subject,
            caption=figure.caption or figure.subject,
            word=formatted.word,
            number=formatted.value,
            unit="" if counted else formatted.unit,
            spoken=value.formatted_without_unit().spoken if counted else formatted.spoken,
            formatted=formatted,
            as_of_text=as_of.text() if as_of else "",
            as_of=value.as_of,
            comparison_base=value.comparison_base,
            period_note=value.period_note,
            is_past_review=value.is_past_review(),
            kind=value.kind,
            kind_label="" if value.kind == ValueKind.REPORTED else str(value.get_kind_display()),
            source=value.source,
        )

    @property
    def period_text(self) -> str:
        """The period in words, as the editor has worded it or as it is typed."""
        return self.period_note or self.formatted.period

    @property
    def standing_text(self) -> str:
        """The number as it stands above its caption, in one line: «более 755 000», «более 390 га»."""
        terms = f"({self.terms})" if self.terms else ""
        return " ".join(part for part in (self.word, self.number, self.unit, terms) if part)

    @property
    def terms(self) -> str:
        """What the number never stands without; or empty."""
        return self.formatted.terms

    @property
    def is_multiple(self) -> bool:
        """Whether the number says how many times: large type then shows it in words («более чем в 3 раза»)."""
        return MULTIPLICATION_SIGN in self.formatted.signed_value

    @property
    def sentence(self) -> str:
        """The figure by itself, as a social card says it: subject, number, period."""
        period = f" ({self.period_text})" if self.period_text else ""
        return f"{self.subject}: {self.formatted.text}{period}"
