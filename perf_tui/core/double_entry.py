"""Typing figures a second time, unseen, to find slips of the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.numbers import Number, Refusal, format_number
from perf_tui.core.readings import Reading, read_field
from perf_tui.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Pair:
    """What was read of a figure the first and the second time."""

    label: str
    first: Reading
    second: Reading

    @property
    def same(self) -> bool:
        """Whether nothing was mistyped."""
        return self.first == self.second

    @property
    def words(self) -> str:
        """Both figures where they differ."""
        if self.same:
            return f"{self.label}：{_shown(self.first)}，两次一致"
        return f"{self.label}：第一次 {_shown(self.first)}，第二次 {_shown(self.second)}"


def typed_again(standing: Standing, address: str, text: str) -> Pair | Refusal:
    """A figure beside the one in its field, or why it cannot be read."""
    field = standing.form.fields[address]
    second = read_field(field, text)
    if isinstance(second, Refusal):
        return second
    return Pair(field.label, standing.readings.by_address[address], second)


def verdict_on(pairs: Iterable[Pair]) -> str:
    """What follows from all of them."""
    return "两次填的都一致" if all(pair.same for pair in pairs) else "有不一致的，照原件改正"


def _shown(reading: Reading) -> str:
    return format_number(reading) if isinstance(reading, Number) else "空白"
