"""A number as its digits, so that nothing is ever rounded on the way to the reader."""

from dataclasses import dataclass
from decimal import Decimal

_MOST_DIGITS = 100


@dataclass(frozen=True)
class ExactNumber:
    """The digits of a decimal number without needless zeros; zero has no sign.

    Digits are taken from the written form, because Decimal's own arithmetic rounds to 28 digits.
    """

    is_negative: bool
    whole: str
    fraction: str

    @classmethod
    def of(cls, value: Decimal | int) -> "ExactNumber":
        """Return the digits of ``value``.

        Raises:
            TypeError: the value is not an int or a Decimal; a float has already lost its exactness.
            ValueError: the value is infinite, not a number, or longer than 100 digits.
        """
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise TypeError(f"Expected a Decimal or an int, got {type(value).__name__}.")
        number = Decimal(value)
        if not number.is_finite():
            raise ValueError("An infinite value or one that is not a number has no digits to show.")
        if number and abs(number.adjusted()) >= _MOST_DIGITS:
            raise ValueError(f"The number is longer than {_MOST_DIGITS} digits.")
        if not number:
            return cls(is_negative=False, whole="0", fraction="")
        whole, _, fraction = format(number.copy_abs(), "f").partition(".")
        return cls(is_negative=number.is_signed(), whole=whole.lstrip("0") or "0", fraction=fraction.rstrip("0"))

    @property
    def is_zero(self) -> bool:
        """Whether the number is nought."""
        return self.whole == "0" and not self.fraction

    @property
    def last_two_digits(self) -> int:
        """The tens and units of the whole part, which decide the form of a Russian noun."""
        return int(self.whole[-2:])

    @property
    def plain(self) -> str:
        """The number for machines: ASCII minus, decimal point, no grouping."""
        return ("-" if self.is_negative else "") + ".".join(part for part in (self.whole, self.fraction) if part)

    def without_sign(self) -> "ExactNumber":
        """Return the distance from nought."""
        return ExactNumber(is_negative=False, whole=self.whole, fraction=self.fraction)

    def divided_by_power_of_ten(self, power: int) -> "ExactNumber":
        """Return the number with its decimal point moved ``power`` places to the left, exactly."""
        whole = self.whole.zfill(power + 1)
        point = len(whole) - power
        return ExactNumber(
            is_negative=self.is_negative,
            whole=whole[:point],
            fraction=(whole[point:] + self.fraction).rstrip("0"),
        )
