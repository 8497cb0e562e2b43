"""Points, and how they are rounded."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.numbers.rounding import half_up

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
# Quotients are cut off after some 25 decimals. Decimals beyond this one may be wrong.
RELIABLE = 20


def to_points(value: Decimal, places: int = 2) -> Decimal:
    """Round points half-up to so many decimals.

    A half that a quotient just misses, because its digits were cut off, still counts as a half.
    """
    return half_up(half_up(value, RELIABLE), places)
