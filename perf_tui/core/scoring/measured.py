"""The target and the actual value of an indicator, from the year's answers."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.answers.readings import Readings
from perf_tui.core.form import Indicator


def target_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """Return the adjusted target if one is given, else the initial one.

    A typed target that cannot be read or is below 0 gives None, so that no score rests on a guess.
    """
    address = f"indicators.{indicator.id}.adjusted_target"
    if readings.by_address.get(address) is None:
        return initial_target_of(indicator, readings)
    return _typed_target(readings, address)


def initial_target_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """Return this year's own initial target if one is given, else that of the form.

    A typed target that cannot be read or is below 0 gives None, as in `target_of`.
    """
    address = f"indicators.{indicator.id}.target"
    if readings.by_address.get(address) is None:
        target = indicator.target
        return None if isinstance(target, str) else Decimal(target)
    return _typed_target(readings, address)


def actual_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """Return the value that the measure gives, or else the one entered directly."""
    measured = measured_of(indicator, readings)
    return readings.number(f"indicators.{indicator.id}.actual") if measured is None else measured


def measured_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """Return the value of the measure, or None if there is no measure or it has no result."""
    return None if indicator.measure is None else indicator.measure.number(readings.amounts)


def _typed_target(readings: Readings, address: str) -> Decimal | None:
    typed = readings.number(address)
    return None if typed is None or typed < 0 else typed
