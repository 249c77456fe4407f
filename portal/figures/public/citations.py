"""How to cite a figure: by ГОСТ Р 7.0.5-2008 and as BibTeX."""

from dataclasses import dataclass
from datetime import date

from portal.figures.public.record import ValueRow

_BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True)
class Citation:
    """One figure with its value, cited on a day. ``url`` is absolute."""

    subject: str
    slug: str
    row: ValueRow
    url: str
    site_name: str
    publisher: str
    accessed_on: date

    @property
    def statement(self) -> str:
        """The number with its period, as the note of a reference: «более 755 000 специалистов, октябрь 2025 года»."""
        parts = [self.row.formatted.text, self.row.period_text, self.row.value.comparison_base]
        return ", ".join(part for part in parts if part)

    @property
    def gost(self) -> str:
        """A reference after the text: title and value // site. Publisher, year. URL (date of access)."""
        imprint = ", ".join(part for part in (self.publisher, str(self.accessed_on.year)) if part)
        return (
            f"{self.subject}: {self.statement} // {self.site_name} : [сайт]. {imprint}. "
            f"URL: {self.url} (дата обращения: {self.accessed_on:%d.%m.%Y})."
        )

    @property
    def bibtex(self) -> str:
        """The same as an entry of BibTeX."""
        fields = {
            "title": f"{{{_escaped(self.subject)}}}",
            "author": f"{{{_escaped(self.publisher or self.site_name)}}}",
            "year": str(self.accessed_on.year),
            "howpublished": _escaped(self.site_name),
            "url": self.url,
            "urldate": self.accessed_on.isoformat(),
            "note": _escaped(self.statement),
            "language": "russian",
        }
        lines = [f"  {name} = {{{content}}}," for name, content in fields.items()]
        return "\n".join([f"@misc{{{self.slug},", *lines, "}"])


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX_ESCAPES).replace("\u00a0", " ")
