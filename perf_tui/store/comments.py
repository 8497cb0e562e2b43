"""Comments that a person wrote into a file, carried over to the file as it is written anew."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from perf_tui.store.statements import KeyPath, Statement, statements
from perf_tui.store.toml import QUOTED


def carried_over(source: str, plain: str) -> str:
    """The TOML text `plain`, which has no comments, with those of `source`; it means the same.

    They stand at their places, or all at the end of a text in which that would change something:
    whatever can be written into a file by hand, no figure may depend on its comments.
    """
    with suppress(ValueError):  # TOML's errors, and those of the structure
        carried = at_their_places(source, plain)
        if _meaning(carried) == _meaning(plain):
            return carried
    pieces = (found[0] for found in QUOTED.finditer(source))
    return plain + "".join(f"{piece}\n" for piece in pieces if piece.startswith("#"))


def at_their_places(source: str, plain: str) -> str:
    """The same where every comment stays with its key or header.

    Where that is gone, its comments stand below what comes before, with a line that tells where
    they were.
    """
    found = statements(plain)
    places = _Places(found)
    last = found[0]
    for old in statements(source):
        same = places.exactly(old.path)
        last = same or last
        if not old.comments:
            continue
        if same:
            _move(old, same)
        elif near := places.nearly(old.path):
            near.above += _all_lines(old)
        else:
            last.below += _as_one_that_is_gone(old)
    return "\n".join(_written(found))


def _meaning(text: str) -> str:
    """What a text says, its numbers to the last digit."""
    return repr(tomllib.loads(text, parse_float=Decimal))


class _Places:
    """Where each path is written."""

    def __init__(self, found: Sequence[Statement]) -> None:
        self._exactly = {one.path: one for one in found}
        self._inside: dict[KeyPath, Statement] = {}
        for one in found:
            for length in range(1, len(one.path)):
                self._inside.setdefault(one.path[:length], one)

    def exactly(self, path: KeyPath) -> Statement | None:
        """The statement with this path."""
        return self._exactly.get(path)

    def nearly(self, path: KeyPath) -> Statement | None:
        """What is written otherwise now: the first part of a table, or the value around a part."""
        around = (self._exactly.get(path[:length]) for length in range(len(path) - 1, 0, -1))
        return self._inside.get(path) or next((one for one in around if one and one.value), None)


def _move(old: Statement, new: Statement) -> None:
    """Put the comments of a statement to the same one as it is written now."""
    if old.within and _value(old) == _value(new):
        new.value = old.value
    else:
        new.above += _stripped(old.within)
    new.above[:0] = old.above
    new.beside = old.beside
    new.below += old.below


def _value(one: Statement) -> str:
    """What tells a value from every other, 1.50 from 1.5 as well; "" for a header."""
    return _meaning(f"x = {one.value}") if one.value else ""


def _all_lines(old: Statement) -> list[str]:
    """All comments of a statement as lines that may stand above another."""
    beside = [old.beside.strip()] if old.beside else []
    below = [line for line in old.below if line.strip()]
    return [*old.above, *_stripped(old.within), *beside, *below]


def _as_one_that_is_gone(old: Statement) -> list[str]:
    r"""All comments of a statement, and where they were; a path may have any character: "a\nb"."""
    where = ".".join(map(str, old.path))
    named = f"# 原在 {where if where.isprintable() else ascii(where)} 处{old.beside}"
    return ["", *old.above, *_stripped(old.within), named, *old.below]


def _stripped(comments: Sequence[str]) -> list[str]:
    return [comment.strip() for comment in comments]


def _written(found: Sequence[Statement]) -> Iterator[str]:
    """The lines; a blank one keeps what is below a statement apart from what follows."""
    parted = True
    for one in found:
        if one.path and (one.gap or not parted):
            yield ""
        yield from one.above
        if one.path:
            yield f"{one.head}{one.value}{one.beside}"
        yield from one.below
        parted = not one.below
    yield ""
