"""The target and the actual value of an indicator, as the year's answers give them."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.form import Indicator
from perf_tui.core.readings import Readings


def target_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """The adjusted target when given, else the initial one.

    One that was typed but cannot be read, or lies below 0, gives None: nobody may be scored against
    a guess.
    """
    address = f"indicators.{indicator.id}.adjusted_target"
    if readings.by_address.get(address) is None:
        return initial_target_of(indicator, readings)
    return _typed_target(readings, address)


def initial_target_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """This year's own target when given, else the form's; None as in `target_of`."""
    address = f"indicators.{indicator.id}.target"
    if readings.by_address.get(address) is None:
        return Decimal(indicator.target)
    return _typed_target(readings, address)


def actual_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """What the facts give by the measure; for want of them, the value entered directly."""
    measured = measured_of(indicator, readings)
    return readings.number(f"indicators.{indicator.id}.actual") if measured is None else measured


def measured_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """What the indicator's measure gives; None without one or while a fact in it is blank."""
    return None if indicator.measure is None else indicator.measure.number(readings.amounts)


def _typed_target(readings: Readings, address: str) -> Decimal | None:
    typed = readings.number(address)
    return None if typed is None or typed < 0 else typed
