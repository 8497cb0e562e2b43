"""Carrying over comments that a person wrote into a TOML file when the file is written anew."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from perf_tui.store.toml.parsing import QUOTED
from perf_tui.store.toml.statements import KeyPath, Statement, statements


def carried_over(source: str, plain: str) -> str:
    """Return the TOML text `plain`, which has no comments, with the comments of `source`.

    The text returned has the same values as `plain`, whatever somebody has written into `source`:
    if putting the comments at their places would change any value, they all go to the end.
    """
    with suppress(ValueError):  # from the TOML parser or `statements`
        carried = at_their_places(source, plain)
        if _meaning(carried) == _meaning(plain):
            return carried
    pieces = (found[0] for found in QUOTED.finditer(source))
    return plain + "".join(f"{piece}\n" for piece in pieces if piece.startswith("#"))


def at_their_places(source: str, plain: str) -> str:
    """Return `plain` with every comment of `source` at its key or header.

    The comments of a key that is gone go below the key before it, with a line that tells where
    they were. Raises ValueError if one of the texts cannot be read.
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
    """Return the values in a TOML text in a form that can be compared, with all digits."""
    return repr(tomllib.loads(text, parse_float=Decimal))


class _Places:
    """The statements of a text by their paths."""

    def __init__(self, found: Sequence[Statement]) -> None:
        self._exactly = {one.path: one for one in found}
        self._inside: dict[KeyPath, Statement] = {}
        for one in found:
            for length in range(1, len(one.path)):
                self._inside.setdefault(one.path[:length], one)

    def exactly(self, path: KeyPath) -> Statement | None:
        """Return the statement with this path, or None if there is none."""
        return self._exactly.get(path)

    def nearly(self, path: KeyPath) -> Statement | None:
        """Return the statement for a path that is now written differently, or None.

        That is the first statement further inside the path, or the inline table around it.
        """
        around = (self._exactly.get(path[:length]) for length in range(len(path) - 1, 0, -1))
        return self._inside.get(path) or next((one for one in around if one and one.value), None)


def _move(old: Statement, new: Statement) -> None:
    """Move the comments of a statement to the same statement in the new text."""
    if old.within and _value(old) == _value(new):
        new.value = old.value
    else:
        new.above += _stripped(old.within)
    new.above[:0] = old.above
    new.beside = old.beside
    new.below += old.below


def _value(one: Statement) -> str:
    """Return a value in a form that can be compared, 1.50 unlike 1.5, or "" for a header."""
    return _meaning(f"x = {one.value}") if one.value else ""


def _all_lines(old: Statement) -> list[str]:
    """Return all comments of a statement as lines to stand above another."""
    beside = [old.beside.strip()] if old.beside else []
    below = [line for line in old.below if line.strip()]
    return [*old.above, *_stripped(old.within), *beside, *below]


def _as_one_that_is_gone(old: Statement) -> list[str]:
    r"""Return all comments of a statement, with its path, which may have any character: "a\nb"."""
    where = ".".join(map(str, old.path))
    named = f"# 原在 {where if where.isprintable() else ascii(where)} 处{old.beside}"
    return ["", *old.above, *_stripped(old.within), named, *old.below]


def _stripped(comments: Sequence[str]) -> list[str]:
    return [comment.strip() for comment in comments]


def _written(found: Sequence[Statement]) -> Iterator[str]:
    """Yield the lines; a blank one separates comments below a statement from what follows."""
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
