"""What is written into a cell: a number with its format, or a text; and the room that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import east_asian_width

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Cell, TooLongError

# A leading zero belongs to a code or a telephone number.
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(?P<decimals>\d+))?(?P<percent>%?)")
MOST_DIGITS = 15  # beyond which Excel changes them
LONGEST_TEXT = 32767  # characters, by Excel


class Figure(NamedTuple):
    """A number, and the format in which Excel shows it as it was printed."""

    value: float
    format: str


def text_of(cell: Cell) -> str:
    """Return the text of a cell. The line breaks of a label only say where it may break.

    Raises TooLongError for a text that Excel would cut off.
    """
    text = clean_text(cell.text)
    if len(text) > LONGEST_TEXT:
        raise TooLongError(f"没有导出：有一格超过 {LONGEST_TEXT} 字，Excel 放不下，删短再导出")
    return text.replace("\n", "") if cell.label else text


def figure_of(text: str) -> Figure | None:
    """Return a plain number or percentage of at most 15 digits, or None for any other text."""
    found = NUMBER.fullmatch(text)
    if found is None or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    decimals, sign = found["decimals"] or "", found["percent"]
    shown = f"0.{'0' * len(decimals)}{sign}" if decimals else f"0{sign}"
    number = float(text.removesuffix("%"))
    return Figure(number / 100 if sign else number, shown)


def lines_in(text: str, characters: float) -> int:
    """Return how many lines a text takes in a cell that holds so many full-width characters."""
    return sum(_wrapped(_width(line), characters) for line in text.split("\n"))


def _wrapped(width: float, characters: float) -> int:
    return max(1, int(-(-width // max(1.0, characters))))


def _width(line: Iterable[str]) -> float:
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in line)
