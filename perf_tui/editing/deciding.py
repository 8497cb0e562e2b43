"""What only the user can decide: the front ends ask, and do what the choice says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perf_tui.editing.refusing import Sentence
from perf_tui.editing.versions import Versions


@dataclass(frozen=True, slots=True)
class Choice:
    """A way out in `words`; one that does nothing leaves everything as it is.

    `do` gives what is to be said of it, None for nothing; SaveError where it failed. `look` gives
    two versions to be shown, after which is asked again; YearError where one cannot be read.
    `elsewhere`: a path is to be asked for, under which the year is saved.
    """

    words: str
    do: Callable[[], Sentence | None] | None = None
    look: Callable[[], Versions] | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to be told, and the `choices` there are, if any.

    `unanswered` is the choice of who does not choose, None for nothing at all; `brief` is said
    instead where nobody can be asked, `failed` is what stands over the reason why a choice failed.
    """

    title: str
    words: str
    choices: tuple[Choice, ...] = ()
    unanswered: int | None = None
    brief: str = ""
    failed: str = "没有办成"
