"""Typing the budget a second time, unseen, to find slips of the first."""

from __future__ import annotations

from perf_tui.core.double_entry import Pair, typed_again, verdict_on
from perf_tui.core.form import Field
from perf_tui.core.numbers import Refusal
from perf_tui.core.standing import Standing
from perf_tui.editing.refusing import RefusedError


class SecondTyping:
    """One figure of the budget after the other; `pairs` are those compared so far."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._left = [standing.form.fields[f"budget.{fact.key}"] for fact in standing.form.budget]
        self.pairs: list[Pair] = []

    @property
    def field(self) -> Field | None:
        """The field whose figure is typed next; None after the last."""
        return self._left[0] if self._left else None

    @property
    def verdict(self) -> str:
        """What follows from all that were compared."""
        return verdict_on(self.pairs)

    def type(self, text: str) -> Pair:
        """Compare a figure with the one in its field; RefusedError where it cannot be read."""
        pair = typed_again(self._standing, self._left[0].address, text)
        if isinstance(pair, Refusal):
            raise RefusedError("{words}", words=pair.message)
        self._left.pop(0)
        self.pairs.append(pair)
        return pair
