"""What lies on the desk while the editor runs: one year's file, its session, what is unsaved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import BLANK, GOAL_BLANK, Finding
from perf_tui.core.session import Change, Session
from perf_tui.store.errors import YearError
from perf_tui.store.keeping.opened_file import OpenedFile
from perf_tui.store.years.earlier_years import read_last

# What is said of a field because nothing was typed there: it waits until one has tried, or asks.
UNTOUCHED = (BLANK, GOAL_BLANK)


class OpenYear:
    """One open year; `place` is the address one is at, None on the task list.

    `cursor` is how many characters into the passage there one was when the program was left.

    `shown` are the findings that may stand beside their fields: a field is judged once something
    was typed in it and it has been left, so that nobody is blamed while still typing or for what
    was only looked at; what a file brings along wrong is judged from the start. A field that was
    already marked is judged anew at every key. `notice` is something about the opened file to be
    said once, `checked` the finding that was gone to last from the list of all. Everything that
    has been accepted is handed to the `keeper` at once.
    """

    def __init__(self, opened: OpenedFile) -> None:
        self.opened, self.keeper = opened, opened.keeper
        self.form, year = self.keeper.saved.form, self.keeper.saved.year
        self.notice = self.keeper.saved.notice
        reading = bool(self.keeper.held)
        self.session = Session(self.form, year, judge, self._read_last(), reading=reading)
        self.place: str | None = None
        self.cursor: int | None = None
        self.checked: Finding | None = None
        self.judged: set[str] = set()
        self._typing: str | None = None
        self._before: frozenset[str] | None = None  # the findings shown before a key was typed
        self.judge_typed()

    @property
    def change(self) -> Change:
        """How things stand after the last edit."""
        return self.session.change

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.keeper.path

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the file yet."""
        return self.session.year != self.keeper.saved.year

    @property
    def unnoted(self) -> bool:
        """Whether something typed is in memory only."""
        return not self.keeper.has(self.session.year)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings of judged fields, except what came up while a field is being typed in."""
        return tuple(
            finding
            for finding in self.change.findings
            if finding.field in self.judged
            and (self._before is None or finding.key in self._before)
        )

    def type(self, address: str, text: str) -> Change:
        """Put a text into a field while it is being typed."""
        if self._typing != address:
            self._typing, shown = address, self.shown
            marked = any(address in finding.places for finding in shown)
            self._before = None if marked else frozenset(finding.key for finding in shown)
        return self.session.apply(address, text)

    def leave(self, address: str) -> Change:
        """A field has been left: settle it and, if it was typed in, judge what follows from it."""
        change = self.session.settle(address)
        if self._typing == address:
            self.judged.add(address)
        self._typing = self._before = None
        self.judge_typed()
        self.note()
        return change

    def note(self) -> None:
        """Have kept what has been typed; a field is noted when it is left at the latest."""
        self.keeper.note(self.session.year)

    def turn_to(self, year: Year) -> None:
        """Go on with another version of the year, not saved yet."""
        self.session.turn_to(year)
        self.note()
        self.judge_typed()

    def judge_all(self) -> None:
        """The user asked for everything that is wrong, blanks too."""
        self._judge(finding.field for finding in self.change.findings)

    def judge(self, address: str) -> None:
        """The user asked what is wrong at this place."""
        self._judge([address])

    def judge_typed(self) -> None:
        """What was typed anywhere is judged, blanks are not."""
        self._judge(f.field for f in self.change.findings if f.code not in UNTOUCHED)

    def _read_last(self) -> Evaluation | None:
        """The year before, if it can be had; `notice` says why not."""
        try:
            return read_last(self.path, self.keeper.saved.year)
        except YearError as error:
            self.notice = "；".join(filter(None, (self.notice, str(error))))
            return None

    def _judge(self, addresses: Iterable[str | None]) -> None:
        self.judged.update(address for address in addresses if address)
