"""What one fault came to, and the sum of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

# What a trouble begins with, as the summary counts them.
ALTERED, FALSE_SAVED, FIELD_LOST, BUG = "file altered", "falsely saved", "field lost", "bug"
SUMS = (
    "kills",
    "calls injected",
    "truncations",
    "bit flips",
    "bad inputs",
    "random keys",
    "crashes at random keys",
    "random bytes",
    "crashes at random bytes",
    "errors raised",
)
MOST = ("fields lost by a kill", "seconds for a bad input", "MB for a bad input")


class Figure(NamedTuple):
    """A fault, how often it was tried, what broke the promise, what else is known, and counts.

    `skipped` says why it could not be tried here.
    """

    fault: str
    runs: int
    troubles: tuple[str, ...] = ()
    more: str = ""
    counts: Mapping[str, float] = {}
    skipped: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise holds; of a fault that never came nothing is known."""
        return bool(self.skipped) or (self.runs > 0 and not self.troubles)

    def __str__(self) -> str:
        if self.skipped:
            return f"{self.fault:<46} skipped: {self.skipped}"
        told = " | ".join([self.more, *self.troubles[:3]])
        return f"{self.fault:<46} {self.runs:>7} runs {len(self.troubles):>3} broken  {told}"


def summary(figures: Iterable[Figure]) -> list[str]:
    """The lines at the end."""
    found = list(figures)
    troubles = [trouble for figure in found for trouble in figure.troubles]
    lines = {name: sum(one.counts.get(name, 0) for one in found) for name in SUMS}
    lines |= {f"{name}, at most": max(one.counts.get(name, 0) for one in found) for name in MOST}
    for kind in (ALTERED, FALSE_SAVED, FIELD_LOST, BUG):
        lines[f"troubles: {kind}"] = sum(trouble.startswith(kind) for trouble in troubles)
    lines["troubles of every kind"] = len(troubles)
    lines["faults that never came"] = sum(not one.runs and not one.skipped for one in found)
    lines["faults skipped"] = sum(bool(one.skipped) for one in found)
    return [f"{name:<46} {number:>10.10g}" for name, number in lines.items()]
