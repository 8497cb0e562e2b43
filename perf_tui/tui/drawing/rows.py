"""Rows of text cut to the terminal's cells, in which a Chinese character takes two."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Literal, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size

Role: TypeAlias = Literal[
    "text", "dim", "heading", "label", "value", "good", "error", "warning", "active", "bar", "here"
]
ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]

# Marks that may not begin a line of Chinese text, and those that may not end one (GB/T 15834).
CLOSING, OPENING = "，。、；：？！）》」』〕”’%％)", "（《「『〔“‘("
# What belongs together as a number or a Latin word: torn, 97 reads as 9.
RUN = f"{ascii_letters}{digits}.,%"


class Piece(NamedTuple):
    """A stretch of one row in one style."""

    text: str
    role: Role = "text"


Row: TypeAlias = tuple[Piece, ...]


def pad(text: str, cells: int) -> str:
    """The text cut or filled with blanks to exactly `cells` cells."""
    return set_cell_size(text, max(0, cells))


def pad_left(text: str, cells: int) -> str:
    """The text pushed to the right edge of `cells` cells."""
    missing = cells - cell_len(text)
    return " " * missing + text if missing >= 0 else pad(text, cells)


def clip(text: str, cells: int, ellipsis: str = "..") -> str:
    """The text, cut with an ellipsis if it is wider than `cells`."""
    if cell_len(text) <= cells:
        return text
    return (pad(text, cells - cell_len(ellipsis)).rstrip() + ellipsis)[: max(0, cells)]


def width_of(row: Row) -> int:
    """How many cells a row takes."""
    return sum(cell_len(piece.text) for piece in row)


def wrap(text: str, cells: int) -> list[str]:
    """The text broken into lines of at most `cells` cells; line breaks in it are kept."""
    return [line for part in text.split("\n") for line in _wrap_line(part, max(2, cells))]


def _wrap_line(text: str, cells: int) -> Iterator[str]:
    line = ""
    for character in text:
        if cell_len(line + character) > cells:
            stays = _staying(line, character, cells)
            yield stays
            line = line[len(stays) :]
        line += character
    yield line


def _staying(line: str, character: str, cells: int) -> str:
    """What stays when the next character takes to its line what it may not be parted from.

    A closing mark takes what it closes, marks and all; a number or a word goes as a whole; an
    opening mark goes with what it opens.
    """
    stays = line.rstrip(CLOSING)[:-1] if character in CLOSING else line
    if (line[len(stays) :] + character)[0] in RUN:
        stays = stays.rstrip(RUN)
    stays = stays.rstrip(OPENING)
    fits = cell_len(line[len(stays) :] + character) <= cells
    return stays if stays.strip() and fits else line
