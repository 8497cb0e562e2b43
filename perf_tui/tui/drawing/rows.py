"""Rows of text measured in the terminal's cells, of which a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, TypeVar, overload

from rich.cells import cell_len, set_cell_size

from perf_tui.core.numbers import with_marks

Role: TypeAlias = Literal[
    "text", "dim", "heading", "label", "value", "good", "error", "warning", "active", "bar", "here"
]
ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]

# Punctuation that may not begin, and that may not end a line of Chinese text (GB/T 15834).
CLOSING, OPENING = "，。、；：？！）》」』〕”’%％,;)", "（《「『〔“‘("
# What stays on one line: a number with its unit, a word of Latin letters, a key such as Ctrl+K,
# a single character; each with the punctuation that opens before it and closes behind it.
LATIN = r"[\d.]*[A-Za-z][\w./+-]*"
NUMBER = r"[约超近-]?\d[\d.,]*(?: ?(?:[万亿]元?|元|[%％])|[一-鿿])?"
WHOLE = re.compile(rf"[{OPENING}]*(?:{LATIN}|{NUMBER}|[^{OPENING}])[{CLOSING}]*|.", re.ASCII)

BELOW = 4  # indent in cells of a text below its label


class Piece(NamedTuple):
    """A stretch of one row in one style."""

    text: str
    role: Role = "text"


DrawnRow: TypeAlias = tuple[Piece, ...]
Item = TypeVar("Item")


class RowsInSight(Sequence[DrawnRow]):
    """A row for each of many items, drawn when it is asked for: a screen shows some twenty."""

    def __init__(self, items: Sequence[Item], draw: Callable[[Item], DrawnRow]) -> None:
        self._count = len(items)
        self._draw = cache(lambda place: draw(items[place]))

    @overload
    def __getitem__(self, place: int) -> DrawnRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[DrawnRow]: ...

    def __getitem__(self, place: int | slice) -> DrawnRow | list[DrawnRow]:
        places = range(self._count)[place]
        return self._draw(places) if isinstance(places, int) else [*map(self._draw, places)]

    def __len__(self) -> int:
        return self._count


def in_line(text: str) -> str:
    """Return text fit for a row: visible stand-ins for control characters, blanks for line ends."""
    return text if text.isprintable() else with_marks(text).replace("\n", " ")


def pad(text: str, cells: int) -> str:
    """Return the text cut or filled with blanks to exactly `cells` cells."""
    return set_cell_size(in_line(text), max(0, cells))


def pad_left(text: str, cells: int) -> str:
    """Return the text aligned to the right edge of `cells` cells, cut if it is wider."""
    text = in_line(text)
    missing = cells - cell_len(text)
    return " " * missing + text if missing >= 0 else pad(text, cells)


def clip(text: str, cells: int, ellipsis: str = "..") -> str:
    """Return the text, cut with an ellipsis if it is wider than `cells`."""
    text = in_line(text)
    if cell_len(text) <= cells:
        return text
    return (pad(text, cells - cell_len(ellipsis)).rstrip() + ellipsis)[: max(0, cells)]


def width_of(row: DrawnRow) -> int:
    """Return how many cells a row takes."""
    return sum(cell_len(piece.text) for piece in row)


def wrap(text: str, cells: int) -> list[str]:
    """Return the text in lines of at most `cells` cells, with its own line breaks kept.

    Blanks at which a line is broken are left out.
    """
    parts = with_marks(text).split("\n")
    return [line for part in parts for line in _wrap_line(part, max(2, cells))]


def numbered(choices: Sequence[str], cells: int) -> list[str]:
    """Return the choices with their numbers in lines, none torn from its number."""
    lines = [""]
    for said in (f"{number} {choice}" for number, choice in enumerate(choices, 1)):
        longer = f"{lines[-1]}  {said}" if lines[-1] else said
        if lines[-1] and cell_len(longer) > cells:
            lines.append(said)
        else:
            lines[-1] = longer
    return lines


def beside(label: Piece, text: Piece, column: int, width: int) -> Iterator[DrawnRow]:
    """Yield rows with the text in its column and the label before it, or above if it is too long.

    If `width` is less than two columns, the text stands below the label with a small indent.
    """
    narrow = width < 2 * column
    if narrow or cell_len(label.text) >= column:
        yield from ((label._replace(text=line),) for line in wrap(label.text, width))
        label = label._replace(text="")
    start = BELOW if narrow else column
    for n, line in enumerate(wrap(text.text, width - start)):
        yield label._replace(text=pad("" if n else label.text, start)), text._replace(text=line)


def _wrap_line(text: str, cells: int) -> Iterator[str]:
    line = ""
    for whole in WHOLE.findall(text):
        for piece in (whole,) if cell_len(whole) <= cells else whole:
            if cell_len(line + piece) > cells:
                yield line.rstrip(" ")
                line = piece.lstrip(" ")
            else:
                line += piece
    yield line
