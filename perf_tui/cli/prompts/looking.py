"""Commands that only tell something."""

from __future__ import annotations

from perf_tui.cli.commands.check import as_lines
from perf_tui.cli.prompts.results import evidence_words, review_words, score_words
from perf_tui.cli.prompts.walk import Walk


def score(walk: Walk, place: int, _: str) -> None:
    """The working of this score and of the total."""
    walk.tell_all(score_words(walk.desk.change.standing, walk.steps[place].page))


def check(walk: Walk, _: int, __: str) -> None:
    """Everything that was found."""
    walk.desk.judge_all()
    change = walk.desk.change
    walk.tell_all(as_lines(change.standing, change.findings))


def evidence(walk: Walk, place: int, _: str) -> None:
    """The ledger of this indicator, and what is missing elsewhere."""
    walk.tell_all(evidence_words(walk.desk.change, walk.steps[place].page))


def review(walk: Walk, _: int, __: str) -> None:
    """Every value of the year."""
    walk.tell_all(review_words(walk.desk.change))
