"""A TOML text as its statements – headers, and keys with a value – and the comments among them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from perf_tui.store.toml import QUOTED

# Keys, and numbers for the tables of an array: ("history", 0, "at").
KeyPath = tuple[str | int, ...]
# Strings and comments whole, what tells where a statement ends, and all else.
PIECE = re.compile(rf"{QUOTED.pattern}|[\[\]{{}}=\n]|[^\"'#\[\]{{}}=\n]++", re.DOTALL)
BARE_KEY = re.compile(r"[\w-]+(?:\s*\.\s*[\w-]+)*", re.ASCII)


@dataclass(slots=True)
class Statement:
    """A header, or a key with its value; `path` leads to it, () stands for the text's beginning.

    `head` is the header, or the key up to its equals sign; `line` the first line, from 1.
    Comments: the lines right `above` it, the one `beside` it with the space before it, those
    `within` its value, and the lines `below` it, blank ones among them, that a blank line or the
    end of the text parts from what follows. `gap`: without them, a blank line stands above.
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
        """Whether there is any."""
        return bool(self.above or self.beside or self.within or self.below)


def statements(text: str) -> list[Statement]:
    """The statements of a sound TOML text, the first of them its beginning."""
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
    """The line of the key or header at `place`, or of the value around it; None for neither."""
    found = {".".join(map(str, one.path)): one.line for one in statements(text)}
    steps = place.split(".")
    around = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((found[one] for one in around if one in found), None)


def _lines(text: str) -> Iterator[list[str]]:
    """The pieces of each line; one goes on until its brackets and quotes are closed."""
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
    """The statement in the pieces of a line."""
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
    """Give the lines between two statements to the one that they belong to."""
    end = len(waiting)
    while end and waiting[end - 1].strip():
        end -= 1
    after.above += waiting[end:]
    while end and not waiting[end - 1].strip():
        end -= 1
    before.below += waiting[:end]


class _Tables:
    """Where one is in a text: the table of the last header."""

    def __init__(self) -> None:
        self._here: KeyPath = ()
        self._last: dict[KeyPath, int] = {}  # array of tables → the number of its last one

    def enter(self, header: str) -> KeyPath:
        """Go to the table of a header; its path."""
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
        """The path of a key in the table where one is."""
        return (*self._here, *_keys(key))

    def _down(self, path: KeyPath, key: str) -> KeyPath:
        path = (*path, key)
        return (*path, self._last[path]) if path in self._last else path


def _keys(text: str) -> list[str]:
    """The steps of a key as it is written."""
    text = text.strip()
    if BARE_KEY.fullmatch(text):
        return [step.strip() for step in text.split(".")]
    return list(_steps(tomllib.loads(f"{text} = 0")))


def _steps(table: object) -> Iterator[str]:
    while isinstance(table, dict):
        ((step, table),) = table.items()
        yield step
