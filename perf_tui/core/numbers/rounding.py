"""Rounding and spelling of Decimals, independent of the caller's decimal context."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

# Fifty digits hold any amount or score exactly. 10**41 is beyond any budget and overflows.
ARITHMETIC = Context(
    prec=50,
    rounding=ROUND_HALF_UP,
    Emin=-40,
    Emax=40,
    capitals=1,
    clamp=0,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)


def half_up(value: Decimal, places: int = 2) -> Decimal:
    """Round half away from zero: 2.675 -> 2.68, 89.995 -> 90.00.

    The result is never a negative zero. Raises decimal.InvalidOperation from 10**41 on.
    """
    step = Decimal((0, (1,), -places))
    return ARITHMETIC.plus(ARITHMETIC.quantize(value, step))


def shared_out(total: Decimal, parts: Sequence[Decimal], places: int = 2) -> list[Decimal]:
    """Share the total out in proportion to the parts, rounded half-up.

    The last part takes the remainder, so that the printed shares add up to the total. The parts
    must not all be 0.
    """
    whole = sum(parts, Decimal(0))
    shares = [half_up(ARITHMETIC.divide(total * part, whole), places) for part in parts[:-1]]
    return [*shares, total - sum(shares, Decimal(0))]


def plain(value: Decimal) -> str:
    """Return every digit of a finite value, without exponent or trailing zeros: "95.41", "100"."""
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value: Decimal, places: int = 2) -> str:
    """Return the value rounded half-up, with exactly `places` decimals: "5.00"."""
    return format(half_up(value, places), "f")


def with_sign(value: Decimal) -> str:
    """Return a value that is added or taken away: "+2", "-1.5"."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def percent(value: Decimal) -> str:
    """Return a computed percentage half-up, with no decimals if it is whole, else two: "86.50"."""
    rounded = half_up(value)
    return plain(rounded) if rounded == rounded.to_integral_value() else format(rounded, "f")
