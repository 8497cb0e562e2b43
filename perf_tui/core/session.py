"""The editing session: the only copy of the data while it is being edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from perf_tui.core.findings import Finding
from perf_tui.core.form import Form
from perf_tui.core.progress import Progress, progress_of
from perf_tui.core.readings import settled_text
from perf_tui.core.standing import Standing, take_stock
from perf_tui.core.year import Year

Judge = Callable[[Standing], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Change:
    """What one edit led to; `field` is the address that changed, None for the opening state."""

    field: str | None
    standing: Standing
    findings: tuple[Finding, ...]

    @property
    def progress(self) -> Mapping[str, Progress]:
        """Page id → progress; worked out when asked for, since only the task list shows it."""
        return progress_of(self.standing, self.findings)


@dataclass(frozen=True, slots=True)
class _Step:
    """One undoable edit of a field, from its text before to its text after."""

    address: str
    before: str
    after: str


class Session:
    """Applies edits, takes them back, and answers each with a `Change`.

    Keys typed into one field run together to one step, until `settle` ends it. While they do,
    `_typing` is the field's address and the last step done is theirs.
    """

    def __init__(self, form: Form, year: Year, judge: Judge, last: Standing | None = None) -> None:
        self._form, self._judge, self._last = form, judge, last
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._typing: str | None = None
        self.change = self._assess(None, year)

    @property
    def year(self) -> Year:
        """The answers as they stand."""
        return self.change.standing.year

    def apply(self, address: str, text: str) -> Change:
        """Put a text at an address."""
        before = self.year.text(address)
        if text == before or self.year.locked:
            return self.change
        if self._typing == address:
            before = self._done.pop().before
        self._undone.clear()
        self._typing = None
        if text != before:
            self._done.append(_Step(address, before, text))
            self._typing = address
        return self._put(address, text)

    def put(self, address: str, text: str) -> Change:
        """Set a text in a step of its own: a value taken over, a reason for a warning."""
        self._typing = None
        change = self.apply(address, text)
        self._typing = None
        return change

    def lock(self, when: str) -> Change:
        """Make the year final; nothing changes any more, and nothing is taken back."""
        return self._begin_anew({"final.date": when})

    def unlock(self, reason: str, when: str) -> Change:
        """Open a final year again; the reason stays with it."""
        count = len(self.year.record("final"))
        return self._begin_anew({"final.date": "", f"final.reopened_{count}": f"{when} {reason}"})

    def pause(self) -> None:
        """End the step: what is typed next is undone by itself."""
        self._typing = None

    def settle(self, address: str) -> Change:
        """The user has left a field: keep what was typed in its plain form and end the step.

        A field that was only looked at stays as it is.
        """
        if self._typing == address:
            text = self.year.text(address)
            self.apply(address, settled_text(self._form.fields[address], text))
        self._typing = None
        return self.change

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._typing = None
        return self._put(step.address, step.before)

    def redo(self) -> Change | None:
        """Do the step again that was taken back last; None when there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._typing = None
        return self._put(step.address, step.after)

    def _begin_anew(self, texts: Mapping[str, str]) -> Change:
        self._done.clear()
        self._undone.clear()
        self._typing = None
        year = self.year
        for address, text in texts.items():
            year = year.with_text(address, text)
        self.change = self._assess(None, year)
        return self.change

    def _put(self, address: str, text: str) -> Change:
        self.change = self._assess(address, self.year.with_text(address, text))
        return self.change

    def _assess(self, address: str | None, year: Year) -> Change:
        standing = take_stock(self._form, year, self._last)
        return Change(address, standing, tuple(self._judge(standing)))
