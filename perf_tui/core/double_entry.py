"""Figures typed a second time, with the first out of sight, to find slips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.numbers import Number, Refusal, format_number
from perf_tui.core.readings import Reading, read_field
from perf_tui.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Pair:
    """The readings of one figure, typed twice."""

    label: str
    first: Reading
    second: Reading

    @property
    def same(self) -> bool:
        """Whether both readings are equal."""
        return self.first == self.second

    @property
    def words(self) -> str:
        """The figure in a sentence, or both figures if they differ."""
        if self.same:
            return f"{self.label}：{_shown(self.first)}，两次一致"
        return f"{self.label}：第一次 {_shown(self.first)}，第二次 {_shown(self.second)}"


def typed_again(standing: Standing, address: str, text: str) -> Pair | Refusal:
    """Pair the figure in a field with the one typed again, or return why that cannot be read."""
    field = standing.form.fields[address]
    second = read_field(field, text)
    if isinstance(second, Refusal):
        return second
    return Pair(field.label, standing.readings.by_address[address], second)


def verdict_on(pairs: Iterable[Pair]) -> str:
    """Return the sentence that sums up all pairs."""
    return "两次填的都一致" if all(pair.same for pair in pairs) else "有不一致的，照原件改正"


def _shown(reading: Reading) -> str:
    return format_number(reading) if isinstance(reading, Number) else "空白"
