"""One value of a year's file: text as it was typed on this side, TOML's own types on the other."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.readings import read_field
from perf_tui.store.errors import PlacedError

# No figure is longer; a Decimal of 1e999999999 would fill the memory once it is written out.
MOST_DIGITS = 30


def value_of(field: Field, text: str) -> object:
    """What is written for a text: exact numbers and dates as such, all else as it was typed."""
    match read_field(field, text):
        case Number(qualifier="") as number:
            digits = format_number(number)
            return Decimal(digits) if "." in digits else int(digits)
        case date() as day:
            return day
    return text


def text_of(value: object, place: str) -> str:
    """The text that a value stands for; PlacedError where it can be none."""
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
