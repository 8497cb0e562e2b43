"""Any walk of edits, undone step by step, leads back; done again, it leads to the same end."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from perf_tui.core.answers.year import Year
from perf_tui.core.session import Session
from support.forms import small_form

FORM = small_form()
ADDRESSES = st.sampled_from(["facts.due", "unit.name", "indicators.mood.tier"])
TEXTS = st.sampled_from(["", "1", "12", "１２", " 1", "3万", "十几", "达成"])


class Editing(RuleBasedStateMachine):
    """Beside the session runs a plain history: every step the year before it, typing in one."""

    @initialize(texts=st.dictionaries(ADDRESSES, TEXTS.filter(bool)))
    def open(self, texts: dict[str, str]) -> None:
        self.opening = Year("small", 2024, texts)
        self.session = Session(FORM, self.opening, lambda _: ())
        self.past: list[Year] = []
        self.future: list[Year] = []
        self.typing: str | None = None

    @rule(address=ADDRESSES, text=TEXTS)
    def type(self, address: str, text: str) -> None:
        before = self.session.year
        after = self.session.apply(address, text).evaluation.year
        assert after.text(address) == text
        if after == before:
            return
        if self.typing != address:
            self.past.append(before)
        self.typing, self.future = address, []
        if after == self.past[-1]:
            self.past.pop()
            self.typing = None

    @rule(address=ADDRESSES)
    def leave(self, address: str) -> None:
        self.session.settle(address)
        if self.typing == address and self.session.year == self.past[-1]:
            self.past.pop()
        self.typing = None

    @rule(texts=st.dictionaries(ADDRESSES, TEXTS, min_size=1))
    def take_over(self, texts: dict[str, str]) -> None:
        before = self.session.year
        after = self.session.put_all(texts).evaluation.year
        assert {at: after.text(at) for at in texts} == texts
        if after != before:
            self.past.append(before)
        self.typing, self.future = None, []

    @rule()
    def undo(self) -> None:
        now = self.session.year
        change = self.session.undo()
        assert (change is not None) == bool(self.past)
        if change:
            assert change.evaluation.year == self.past.pop()
            self.future.append(now)
            self.typing = None

    @rule()
    def redo(self) -> None:
        now = self.session.year
        change = self.session.redo()
        assert (change is not None) == bool(self.future)
        if change:
            assert change.evaluation.year == self.future.pop()
            self.past.append(now)
            self.typing = None

    @invariant()
    def a_blank_has_no_entry(self) -> None:
        assert all(self.session.year.texts.values())

    def teardown(self) -> None:
        end = self.session.year
        steps = 0
        while self.session.undo():
            steps += 1
        assert self.session.year == self.opening
        for _ in range(steps):
            self.session.redo()
        assert self.session.year == end


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestEditing = Editing.TestCase
