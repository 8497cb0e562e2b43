"""Commands that only say something."""

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
    """Say how the indicator's score and the total come about."""
    walk.say_all(score_words(walk.open_year.change.evaluation, walk.steps[place].page))


def check(walk: Walk, _: int, __: str) -> None:
    """Say everything that was found."""
    walk.open_year.show_all()
    change = walk.open_year.change
    walk.say_all(as_lines(change.evaluation, change.findings))


def evidence(walk: Walk, place: int, _: str) -> None:
    """Say what evidence the indicator has and lacks, and what is missing in the year."""
    walk.say_all(evidence_words(walk.open_year.change, walk.steps[place].page))


def review(walk: Walk, _: int, __: str) -> None:
    """Say every value of the year."""
    walk.say_all(review_words(walk.open_year.change))


def compare(walk: Walk, _: int, __: str) -> None:
    """Say what every figure came to over the years."""
    walk.say_all(comparison_words(last_year.compare(walk.open_year)))


def capitals(walk: Walk, place: int, _: str) -> None:
    """Say the amount in the field in capital numerals."""
    walk.say(in_capitals(walk.open_year.change.evaluation, walk.steps[place].field.address))
