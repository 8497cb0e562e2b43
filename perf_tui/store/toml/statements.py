"""Splitting a TOML text into statements – headers, and keys with values – and their comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from perf_tui.store.toml.parsing import QUOTED

# Keys, and numbers for the tables of an array, like ("history", 0, "at").
KeyPath = tuple[str | int, ...]
# Whole strings and comments, the signs that tell where a statement ends, and everything else.
PIECE = re.compile(rf"{QUOTED.pattern}|[\[\]{{}}=\n]|[^\"'#\[\]{{}}=\n]++", re.DOTALL)
BARE_KEY = re.compile(r"[\w-]+(?:\s*\.\s*[\w-]+)*", re.ASCII)


@dataclass(slots=True)
class Statement:
    """A header, or a key with its value; an empty `path` stands for the beginning of the text.

    `head` is the header, or the key with its equals sign; `line` is its first line, counted from 1.
    The comments are the lines right `above` it, the one `beside` it with the space before it, those
    `within` its value, and the lines `below` it, which a blank line or the end of the text
    separates from what follows. `gap` is true if a blank line stands before it.
    """

    path: KeyPath
    head: str = ""
    value: str = ""
    line: int = 1
    gap: bool = False
    above: list[str] = field(default_factory=list)
    beside: str = ""
    within: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def comments(self) -> bool:
        """Return whether the statement has any comment."""
        return bool(self.above or self.beside or self.within or self.below)


def statements(text: str) -> list[Statement]:
    """Return the statements of a valid TOML text; the first stands for its beginning."""
    found, waiting, tables = [Statement(())], list[str](), _Tables()
    number = 1
    for pieces in _lines(text):
        raw = "".join(pieces)
        if not raw.strip() or raw.lstrip().startswith("#"):
            waiting.append(raw)
        else:
            one = _statement(pieces, tables)
            one.line = number
            one.gap = "" in map(str.strip, waiting)
            _share_out(waiting, found[-1], one)
            found.append(one)
            waiting = []
        number += raw.count("\n") + 1
    _share_out([*waiting, ""], found[-1], Statement(()))  # nothing follows
    return found


def line_of(text: str, place: str) -> int | None:
    """Return the line of the key or header at `place`, or of the table around it, or None."""
    found = {".".join(map(str, one.path)): one.line for one in statements(text)}
    steps = place.split(".")
    around = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((found[one] for one in around if one in found), None)


def _lines(text: str) -> Iterator[list[str]]:
    """Yield the pieces of each line; a line goes on until its brackets and quotes are closed."""
    pieces: list[str] = []
    depth = 0
    for match in PIECE.finditer(text):
        piece = match[0]
        depth += (piece in {"[", "{"}) - (piece in {"]", "}"})
        if piece == "\n" and not depth:
            yield pieces
            pieces = []
        else:
            pieces.append(piece)
    yield pieces


def _statement(pieces: Sequence[str], tables: _Tables) -> Statement:
    """Return the statement in the pieces of a line."""
    *_, last = pieces
    beside = last if last.startswith("#") else ""
    raw = "".join(pieces[:-1] if beside else pieces)
    text = raw.strip()
    within = [piece for piece in pieces[: -1 if beside else None] if piece.startswith("#")]
    if beside:
        beside = raw[len(raw.rstrip()) :] + beside
    if text.startswith("["):
        return Statement(tables.enter(text), text, beside=beside, within=within)
    at = pieces.index("=")
    head = "".join(pieces[:at])
    value = text[len(head.lstrip()) + 1 :].strip()
    return Statement(tables.inside(head), f"{head.strip()} = ", value, beside=beside, within=within)


def _share_out(waiting: Sequence[str], before: Statement, after: Statement) -> None:
    """Give the lines between two statements to the one to which they belong."""
    end = len(waiting)
    while end and waiting[end - 1].strip():
        end -= 1
    after.above += waiting[end:]
    while end and not waiting[end - 1].strip():
        end -= 1
    before.below += waiting[:end]


class _Tables:
    """The table of the last header in a text."""

    def __init__(self) -> None:
        self._here: KeyPath = ()
        self._last: dict[KeyPath, int] = {}  # for every array of tables, the number of the last

    def enter(self, header: str) -> KeyPath:
        """Go to the table of a header, and return its path."""
        array = header.startswith("[[")
        *outer, key = _keys(header.strip("[] \t"))
        path: KeyPath = ()
        for step in outer:
            path = self._down(path, step)
        if array:
            number = self._last.get((*path, key), -1) + 1
            self._last[*path, key] = number
        self._here = self._down(path, key)
        return self._here

    def inside(self, key: str) -> KeyPath:
        """Return the path of a key in the current table."""
        return (*self._here, *_keys(key))

    def _down(self, path: KeyPath, key: str) -> KeyPath:
        path = (*path, key)
        return (*path, self._last[path]) if path in self._last else path


def _keys(text: str) -> list[str]:
    """Return the steps of a dotted key as it is written."""
    text = text.strip()
    if BARE_KEY.fullmatch(text):
        return [step.strip() for step in text.split(".")]
    return list(_steps(tomllib.loads(f"{text} = 0")))


def _steps(table: object) -> Iterator[str]:
    while isinstance(table, dict):
        ((step, table),) = table.items()
        yield step
