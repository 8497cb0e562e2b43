"""Commands that only tell something."""

from __future__ import annotations

from perf_tui.cli.commands.check import as_lines
from perf_tui.cli.prompts.results import (
    comparison_words,
    evidence_words,
    review_words,
    score_words,
)
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing import last_year
from perf_tui.editing.capitals import in_capitals


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


def compare(walk: Walk, _: int, __: str) -> None:
    """What every figure came to over the years."""
    walk.tell_all(comparison_words(last_year.compare(walk.desk)))


def capitals(walk: Walk, place: int, _: str) -> None:
    """The money in the field in the capital numerals of accounting."""
    walk.tell(in_capitals(walk.desk.change.standing, walk.steps[place].field.address))
