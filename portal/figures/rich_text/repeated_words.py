"""Words typed around a number that the figure in its place says itself: «более 760 000 человек»."""

from collections.abc import Iterator

from portal.core.numbers import Comparator, Scale
from portal.figures.models import Figure, Unit

# «до» and «в» also stand before numbers that are no measure of exactness.
VERBS = frozenset({"превысил", "превысила", "превысило"})
AMBIGUOUS = frozenset({Comparator.EXACTLY, Comparator.UP_TO, Comparator.TIMES})


def words_after(unit: Unit) -> list[str]:
    """Return what an editor may have typed after the number: each form of the unit, with its scale and without."""
    names = [name for name in (unit.one, unit.few, unit.many, unit.symbol) if name]
    return sorted({*names, *_with_scale(unit, names)}, key=lambda word: (-len(word), word))


def words_before(figure: Figure) -> list[str]:
    """Return words and signs of exactness an editor may have typed before the number."""
    value = figure.value_on_site
    own = {Comparator(value.comparator)} if value else set()
    found = {word for one in Comparator if one in own or one not in AMBIGUOUS for word in one.wordings}
    return sorted(found - VERBS, key=lambda word: (-len(word), word))


def _with_scale(unit: Unit, names: list[str]) -> Iterator[str]:
    scale = Scale(unit.scale)
    if scale is Scale.NONE:
        return
    for spelling in (scale.abbreviation, scale.forms.one, scale.forms.few, scale.forms.many):
        yield spelling
        yield from (f"{spelling} {name}" for name in names)
