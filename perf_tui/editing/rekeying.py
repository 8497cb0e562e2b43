"""Typing figures a second time, with the first out of sight, to find slips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.answers.readings import Reading, read_field
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, Refusal, format_number
from perf_tui.editing.refusing import RefusedError


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


class Rekeying:
    """Typing all figures of the budget again. `pairs` are those compared so far."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._left = [
            evaluation.form.fields[f"budget.{fact.key}"]
            for fact in evaluation.form.budget
            if not fact.computed
        ]
        self.pairs: list[Pair] = []

    @property
    def field(self) -> Field | None:
        """The field whose figure is typed next, or None after the last."""
        return self._left[0] if self._left else None

    @property
    def verdict(self) -> str:
        """The sentence that sums up all pairs so far."""
        return verdict_on(self.pairs)

    def type(self, text: str) -> Pair:
        """Compare a figure with the one in its field; raise RefusedError if it cannot be read."""
        pair = rekeyed(self._evaluation, self._left[0].address, text)
        if isinstance(pair, Refusal):
            raise RefusedError("{words}", words=pair.message)
        self._left.pop(0)
        self.pairs.append(pair)
        return pair


def rekeyed(evaluation: Evaluation, address: str, text: str) -> Pair | Refusal:
    """Pair the figure in a field with the one typed again, or return why that cannot be read."""
    field = evaluation.form.fields[address]
    second = read_field(field, text)
    if isinstance(second, Refusal):
        return second
    return Pair(field.label, evaluation.readings.by_address[address], second)


def verdict_on(pairs: Iterable[Pair]) -> str:
    """Return the sentence that sums up all pairs."""
    return "两次填的都一致" if all(pair.same for pair in pairs) else "有不一致的，照原件改正"


def _shown(reading: Reading) -> str:
    return format_number(reading) if isinstance(reading, Number) else "空白"
