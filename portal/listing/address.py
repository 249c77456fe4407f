"""Addresses of a list: everything a visitor has chosen stands in them."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

Parameters = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ListingAddress:
    """The address of a list with what is chosen, in a fixed order, so that one state has one address."""

    path: str
    parameters: Parameters = ()

    @property
    def url(self) -> str:
        """The address to link to."""
        return f"{self.path}?{self.query}" if self.parameters else self.path

    @property
    def query(self) -> str:
        """The part after the question mark."""
        return urlencode(self.parameters)

    def adding(self, name: str, value: str) -> "ListingAddress":
        """Return the address with one more value, on its first page."""
        return replace(self, parameters=(*self._without_page(), (name, value)))

    def removing(self, name: str, value: str | None = None) -> "ListingAddress":
        """Return the address without a value, or without all values of a parameter, on its first page."""
        kept = tuple(pair for pair in self._without_page() if not (pair[0] == name and value in {None, pair[1]}))
        return replace(self, parameters=kept)

    def setting(self, name: str, value: str) -> "ListingAddress":
        """Return the address with the parameter set to one value; an empty one takes it away."""
        cleared = self.removing(name)
        return cleared.adding(name, value) if value else cleared

    def keeping(self, *names: str) -> "ListingAddress":
        """Return the address with only the named parameters."""
        return replace(self, parameters=tuple(pair for pair in self.parameters if pair[0] in names))

    def below(self, part: str) -> "ListingAddress":
        """Return the address of something below the list, such as a file, with the same choice."""
        return replace(self, path=f"{self.path}{part}/")

    def _without_page(self) -> Parameters:
        return tuple(pair for pair in self.parameters if pair[0] != "page")
