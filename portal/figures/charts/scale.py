"""The axis of values: it always contains nought, and its ticks are round numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

NOUGHT = Decimal(0)
_FEWEST_TICKS = 3
_ROUND_STEPS = (Decimal(5), Decimal(2), Decimal(1))


@dataclass(frozen=True)
class Scale:
    """An axis from ``low`` to ``high``, nought between them or at an end; it can't be broken."""

    low: Decimal
    high: Decimal
    step: Decimal

    @classmethod
    def for_values(cls, values: Iterable[Decimal]) -> "Scale":
        """Return the shortest axis with round ends on which all ``values`` and nought lie.

        Raises:
            ValueError: there is no value to show.
        """
        known = list(values)
        if not known:
            raise ValueError("A chart without values has nothing to show.")
        low, high = min(NOUGHT, *known), max(NOUGHT, *known)
        if low == high:
            return cls(NOUGHT, Decimal(1), Decimal(1))
        step = _round_step(high - low)
        return cls(-_steps_to_reach(-low, step) * step, _steps_to_reach(high, step) * step, step)

    @property
    def ticks(self) -> list[Decimal]:
        """The round numbers of the axis from the lowest to the highest."""
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * position for position in range(count + 1)]

    def share(self, value: Decimal) -> Decimal:
        """Return where ``value`` lies, from 0 at the low end to 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


def _round_step(length: Decimal) -> Decimal:
    """Return the largest of 1, 2, 5, 10, 20 … that fits at least three times into ``length``."""
    power = Decimal(10) ** (length / _FEWEST_TICKS).adjusted()
    return next(power * step for step in _ROUND_STEPS if power * step * _FEWEST_TICKS <= length)


def _steps_to_reach(distance: Decimal, step: Decimal) -> int:
    whole = int(distance // step)
    return whole if whole * step == distance else whole + 1
