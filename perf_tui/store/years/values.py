"""Converting single values between typed text and the TOML types of a year's file."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from perf_tui.core.answers.readings import read_field
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, format_number
from perf_tui.store.errors import PlacedError

# No figure has more; written out in digits, a Decimal of 1e999999999 would fill the memory.
MOST_DIGITS = 30


def value_of(field: Field, text: str) -> object:
    """Return what is written for a text: a number if it is exact, a date, or else the text."""
    match read_field(field, text):
        case Number(qualifier="") as number:
            digits = format_number(number)
            return Decimal(digits) if "." in digits else int(digits)
        case date() as day:
            return day
    return text


def text_of(value: object, place: str) -> str:
    """Return the text for a value; raise PlacedError with `place` if its type has none."""
    match value:
        case str():
            return value
        case date() | time():
            return value.isoformat()
        case int() if not isinstance(value, bool) and value.bit_length() < 100:
            return str(value)
        case Decimal() if value.is_finite():
            return format(value, "f") if abs(value.adjusted()) < MOST_DIGITS else str(value)
    raise PlacedError(place, "应是数字或加引号的文字，改好再打开")
