"""Sentences that each front end says in its own vocabulary, and refusals made of them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from perf_tui.core.session import Session
    from perf_tui.store.keeping.keeper import Keeper

LOCKED = "已定稿，只能看；要修改，{reopen}"
HELD = "只能看：{held}"
NO_PATH = "这个路径用不了，换一个"

Ways = Mapping[str, str]
"""What the user can do → how a front end says it: "choose" → "按 Ctrl+L" or "输 .上年"."""


class _Unsaid(dict[str, str]):
    """A vocabulary without words: what the user can do stays in braces, {choose}."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence whose `pattern` has in braces what the user can do: "{choose} 选一个".

    `values` are put in as they are, even if they contain braces.
    """

    pattern: str
    values: Mapping[str, str] = field(default_factory=dict)

    def worded(self, ways: Ways) -> str:
        """Return the sentence as a front end says it."""
        return self.pattern.format_map(ChainMap({**self.values}, {**ways}))

    def __str__(self) -> str:
        return self.pattern.format_map(_Unsaid(self.values))


def sentence(pattern: str, **values: str) -> Sentence:
    """Return a sentence with a pattern and the values to put into it."""
    return Sentence(pattern, values)


class RefusedError(Exception):
    """Something cannot be done. The message says why, and what the user can do."""

    def __init__(self, pattern: str, **values: str) -> None:
        self.sentence = Sentence(pattern, values)
        super().__init__(str(self.sentence))

    def worded(self, ways: Ways) -> str:
        """Return the message as a front end says it."""
        return self.sentence.worded(ways)


class Edited(Protocol):
    """What says whether an open year can be edited, and its file written."""

    keeper: Keeper
    session: Session


def require_editable(open_year: Edited) -> None:
    """Raise RefusedError if the year cannot be edited: it is final, or its file is held."""
    require_writable(open_year)
    if open_year.session.year.locked:
        raise RefusedError(LOCKED)


def require_writable(open_year: Edited) -> None:
    """Raise RefusedError if somebody else has the file, or a newer program has saved it."""
    if held := open_year.keeper.held:
        raise RefusedError(HELD, held=held)


def usable_path(typed: str) -> Path:
    """Return a typed path; raise RefusedError if there can be none such."""
    try:
        path = Path(typed.strip()).expanduser()
        with suppress(OSError):  # a name that cannot be, of which writing tells more
            path.stat()
    except (RuntimeError, ValueError) as error:  # somebody who is not there, a character
        raise RefusedError(NO_PATH) from error
    return path


def is_taken(path: Path) -> bool:
    """Whether a file is at a typed path; raise RefusedError if that cannot be known."""
    try:
        return path.exists()
    except OSError as error:
        raise RefusedError(NO_PATH) from error
