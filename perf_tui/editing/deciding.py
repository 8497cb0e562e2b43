"""Matters that only the user can decide. Front ends ask, and do what the choice says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perf_tui.editing.refusing import Sentence
from perf_tui.editing.versions import Versions


@dataclass(frozen=True, slots=True)
class Choice:
    """One way out of a matter, in `words`. By itself it leaves everything as it is.

    - `do` carries the choice out and returns a sentence to say, or None. It raises SaveError if it
      fails.
    - `look` returns two versions to show, after which the matter is asked again. It raises
      YearError if one of them cannot be read.
    - `read` returns lines to show, after which the matter is asked again.
    - `elsewhere` asks the front end for a path to save the year at.
    """

    words: str
    do: Callable[[], Sentence | None] | None = None
    look: Callable[[], Versions] | None = None
    read: Callable[[], Sequence[str]] | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to tell the user, with the `choices` there are, if any.

    - `unanswered` is the index of the choice that holds if the user makes none, or None if nothing
      is done.
    - `brief` is said instead of `words` if nobody can be asked.
    - `failed` is the heading over the reason why a choice failed.
    """

    title: str
    words: str
    choices: tuple[Choice, ...] = ()
    unanswered: int | None = None
    brief: str = ""
    failed: str = "没有办成"
