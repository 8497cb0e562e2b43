"""Sentences that every front end says in its own vocabulary, and what cannot be done, as one."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perf_tui.editing.open_year import OpenYear

LOCKED = "已定稿，只能看；要修改，{reopen}"
HELD = "只能看：{held}"
NO_PATH = "这个路径用不了，换一个"

Ways = Mapping[str, str]
"""How a front end says what the user can do: "choose" → "按 Ctrl+L", or "输 .上年"."""


class _Unsaid(dict[str, str]):
    """The vocabulary of nobody: what can be done stays as it is, {choose}."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pattern in which what the user can do stands in braces, "{choose} 选一个".

    `values` are put in word for word, whatever stands in them.
    """

    pattern: str
    values: Mapping[str, str] = field(default_factory=dict)

    def worded(self, ways: Ways) -> str:
        """The sentence as a front end says it."""
        return self.pattern.format_map(ChainMap({**self.values}, {**ways}))

    def __str__(self) -> str:
        return self.pattern.format_map(_Unsaid(self.values))


def sentence(pattern: str, **values: str) -> Sentence:
    """A sentence of a pattern and the values that stand in it."""
    return Sentence(pattern, values)


class RefusedError(Exception):
    """Something cannot be done; the text is the sentence that says why and what can be done."""

    def __init__(self, pattern: str, **values: str) -> None:
        self.sentence = Sentence(pattern, values)
        super().__init__(str(self.sentence))

    def worded(self, ways: Ways) -> str:
        """The sentence as a front end says it."""
        return self.sentence.worded(ways)


def require_editable(open_year: OpenYear) -> None:
    """RefusedError where the year is only to be looked at: somebody else has it, or it is final."""
    require_writable(open_year)
    if open_year.session.year.locked:
        raise RefusedError(LOCKED)


def require_writable(open_year: OpenYear) -> None:
    """RefusedError where somebody else has the file, or a newer program has saved it."""
    if held := open_year.keeper.held:
        raise RefusedError(HELD, held=held)


@contextmanager
def usable_path() -> Iterator[None]:
    """RefusedError where what was typed as a path is none."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise RefusedError(NO_PATH) from error
