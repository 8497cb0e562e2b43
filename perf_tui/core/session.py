"""The editing session, which holds the only copy of the data while it is being edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from perf_tui.core.answers.readings import settled_text
from perf_tui.core.answers.year import LAST_FILE, Year, pending_at
from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation, evaluate
from perf_tui.core.evaluation.progress import Progress, progress_of
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for

Judge = Callable[[Evaluation], Iterable[Finding]]


@dataclass(frozen=True)
class Change:
    """The result of an edit. `field` is the address that changed, or None if the year did."""

    field: str | None
    evaluation: JudgedEvaluation

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found, in the order of the form."""
        return self.evaluation.findings

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Page id → progress. It is computed on demand, because only the task list shows it."""
        return progress_of(self.evaluation, self.findings)


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit that can be undone, as address → text before and after it.

    The first address is the place at which it was made.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]


class LockedError(Exception):
    """A final year was to be edited. Whoever lets the user edit asks first."""


class Session:
    """Applies edits, undoes and redoes them, and answers each with a `Change`.

    `form` is as the texts of `year` define it. Keys typed into one field make one step until
    `settle` or `pause` ends it. Until then `_typing` is the field's address, and the step is
    the last one done. To edit a final year raises LockedError, so that nothing typed is ever
    lost in silence.
    """

    def __init__(
        self,
        form: Form,
        year: Year,
        judge: Judge,
        last: Evaluation | None = None,
    ) -> None:
        self._form, self._judge, self._last = form, judge, last
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._typing: str | None = None
        self._before: JudgedEvaluation | None = None
        self.change = self._judged(None, year)

    @property
    def year(self) -> Year:
        """The answers as they stand."""
        return self.change.evaluation.year

    def apply(self, address: str, text: str) -> Change:
        """Put a typed text at an address. Typing there also confirms a value taken over."""
        if text == self.year.text(address):
            return self.change
        return self._do({address: text, pending_at(address): ""}, address)

    def put(self, address: str, text: str) -> Change:
        """Set a text in a step of its own: a value taken over, or a reason for a warning."""
        return self.put_all({address: text, pending_at(address): ""})

    def put_all(self, texts: Mapping[str, str]) -> Change:
        """Set several texts in one step, which is made at the first address."""
        return self._do(texts, None)

    def confirm(self, address: str) -> bool:
        """Confirm a text that was taken over. Return whether it was waiting for that."""
        pending = pending_at(address)
        if not self.year.text(pending):
            return False
        self.put_all({address: self.year.text(address), pending: ""})
        return True

    def look_back(self, file: str, last: Evaluation) -> Change:
        """Compare with another earlier year, whose file is noted in this one.

        Nothing in the form changes, so this is no step that can be undone.
        """
        self._require_open()
        self._last = last
        self.change = self._assess(None, self.year.with_text(LAST_FILE, file))
        return self.change

    def judge_anew(self) -> Change:
        """Judge the year as it stands, because what it is judged beside has changed."""
        self.change = self._assess(None, self.year)
        return self.change

    def lock(self, when: str) -> Change:
        """Make the year final on the date `when`. From then on nothing can be changed or undone."""
        return self._begin_anew({"final.date": when})

    def unlock(self, reason: str, when: str) -> Change:
        """Open a final year again and keep the reason with the date `when`."""
        count = len(self.year.record("final"))
        return self._begin_anew({"final.date": "", f"final.reopened_{count}": f"{when} {reason}"})

    def turn_to(self, year: Year) -> Change:
        """Go on with another version of the year, recovered or from a copy."""
        gone = dict.fromkeys(self.year.texts, "")
        return self._begin_anew({**gone, **year.texts})

    def pause(self) -> None:
        """End the step, so that what is typed next is undone by itself."""
        self._typing = None

    def settle(self, address: str) -> Change:
        """Keep what was typed in its canonical form and end the step: the user has left the field.

        A field in which nothing was typed stays as it is.
        """
        if self._typing == address:
            text = self.year.text(address)
            self.apply(address, settled_text(self._form.fields[address], text))
        self._typing = None
        return self.change

    def undo(self) -> Change | None:
        """Undo the last step. Return None if there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._typing = None
        return self._put(step.before)

    def redo(self) -> Change | None:
        """Redo the step that was undone last. Return None if there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._typing = None
        return self._put(step.after)

    def _do(self, texts: Mapping[str, str], typing: str | None) -> Change:
        self._require_open()
        before = {address: self.year.text(address) for address in texts}
        if typing and self._typing == typing:
            before = dict(self._done.pop().before)
        self._undone.clear()
        self._typing = None
        if texts != before:
            self._done.append(_Step(before, texts))
            self._typing = typing
        return self._put(texts)

    def _put(self, texts: Mapping[str, str]) -> Change:
        self.change = self._assess(next(iter(texts)), self.year.with_texts(texts))
        return self.change

    def _begin_anew(self, texts: Mapping[str, str]) -> Change:
        self._done.clear()
        self._undone.clear()
        self._typing = None
        self.change = self._assess(None, self.year.with_texts(texts))
        return self.change

    def _require_open(self) -> None:
        if self.year.locked:
            raise LockedError

    def _assess(self, address: str | None, year: Year) -> Change:
        before = self._before
        changed = None if before is None else year.changed_from(before.year)
        self._form = form_for(self._form, year.texts, changed)
        return self._judged(address, year)

    def _judged(self, address: str | None, year: Year) -> Change:
        evaluation = evaluate(self._form, year, self._last, self._before)
        self._before = evaluation.with_findings(self._judge(evaluation))
        return Change(address, self._before)
