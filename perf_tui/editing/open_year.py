"""An open year: its file, its session, and which findings are shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.projects import ProjectSums
from perf_tui.core.findings.finding import BLANK, GOAL_BLANK, Finding
from perf_tui.core.form import Form
from perf_tui.core.session import Change, Session
from perf_tui.editing.judging import sums_beside, tells_of_projects
from perf_tui.editing.parting import named, parted
from perf_tui.editing.refusing import require_editable, require_writable
from perf_tui.store.errors import YearError
from perf_tui.store.keeping.opened_file import OpenedFile
from perf_tui.store.years.earlier_years import read_last

# Findings on blank fields wait until the user has typed in the field or asks for everything.
UNTOUCHED = (BLANK, GOAL_BLANK)


class OpenYear:
    """One open year.

    - `place` is the address of the active field, or None on the task list. `cursor` is how many
      characters into a passage the user was when leaving the program, or None.
    - `shown_at` are the addresses whose findings are shown. Those of a field are once something was
      typed in it and it was left, so that nobody is blamed while typing or for fields only looked
      at. What is wrong in the file is judged from the start. A field already marked is judged at
      every key.
    - `checked` is the finding last chosen from the list of all.
    - `notice` is something about the opened file, to be said once.
    - `keeper` gets what was typed at the latest when its field is left.
    """

    def __init__(self, opened: OpenedFile) -> None:
        self.opened, self.keeper = opened, opened.keeper
        self.notice = self.keeper.saved.notice
        self._beside: tuple[ProjectSums | None, ...] = ()  # empty until they are asked for
        self.session = self._begin_session()
        self.place: str | None = None
        self.cursor: int | None = None
        self.checked: Finding | None = None
        self.shown_at: set[str] = set()
        self._typing: str | None = None
        self._before: frozenset[str] | None = None  # the findings shown before a key was typed
        self.show_typed()

    @property
    def form(self) -> Form:
        """The form as the year defines it now."""
        return self.change.evaluation.form

    @property
    def change(self) -> Change:
        """The state after the last edit."""
        return self.session.change

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.keeper.path

    @property
    def editable(self) -> bool:
        """Whether the year can be edited: it is not final, and nobody else has its file."""
        return not (self.keeper.held or self.session.year.locked)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the file yet."""
        return self.session.year != self.keeper.saved.year

    @property
    def unnoted(self) -> bool:
        """Whether something typed is in memory only, not in the journal either."""
        return not self.keeper.has(self.session.year)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings of judged fields, without those that came up in a field being typed in."""
        return tuple(
            finding
            for finding in self.change.findings
            if finding.field in self.shown_at
            and (self._before is None or finding.key in self._before)
        )

    def type(self, address: str, text: str) -> Change:
        """Put a text into a field while it is being typed. Return the new state.

        Raises RefusedError if the year cannot be edited.
        """
        require_editable(self)
        if self._typing != address:
            self._typing, shown = address, self.shown
            marked = any(address in finding.places for finding in shown)
            self._before = None if marked else frozenset(finding.key for finding in shown)
        return self.session.apply(address, text)

    def leave(self, address: str) -> Change:
        """Settle a field that has been left, and judge it if it was typed in. Return the new state.

        Other fields are judged too, for what follows from it.
        """
        if address not in self.form.fields:  # of an indicator that was removed meanwhile
            return self.change
        change = self.session.settle(address)
        if self._typing == address:
            text = self.session.year.text(address)
            parts = parted(self.form, address, text) or named(change.evaluation, address, text)
            change = self.session.put_all(parts) if parts else change
            self.shown_at.add(address)
        self._typing = self._before = None
        self.show_typed()
        self.note()
        return change

    def confirm(self, address: str) -> bool:
        """Confirm a text that was taken over. Return whether it was waiting for that.

        In a year that cannot be edited, nothing is.
        """
        return self.editable and self.session.confirm(address)

    def note(self) -> None:
        """Hand what was typed to the keeper, which writes it to the journal."""
        self.keeper.note(self.session.year)

    def turn_to(self, year: Year) -> None:
        """Go on with another version of the year, which is not saved yet.

        Raises RefusedError if the file cannot be written.
        """
        require_writable(self)
        self.session.turn_to(year)
        self.note()
        self.show_typed()

    def go_on_from_file(self) -> None:
        """Begin anew with what the keeper has saved: year and form. Nothing can be undone then."""
        self.session = self._begin_session()
        if self.place not in self.form.fields:
            self.place = self.cursor = None
        self.checked = self._typing = self._before = None
        self.show_typed()

    def show_all(self) -> None:
        """Judge all fields, blank ones too, because the user asks for everything that is wrong."""
        self.look_at_projects()
        self._show_at(finding.field for finding in self.change.findings)

    def show_findings_at(self, address: str) -> None:
        """Judge one field, because the user asks what is wrong there."""
        self._show_at([address])

    def show_typed(self) -> None:
        """Judge all fields with findings, except those that are only blank."""
        self._show_at(f.field for f in self.change.findings if f.code not in UNTOUCHED)

    def look_at_projects(self) -> None:
        """Judge the year beside the office's projects as their files are now."""
        if self._beside:
            self._beside = ()
            self.session.judge_anew()

    def _begin_session(self) -> Session:
        saved = self.keeper.saved
        return Session(saved.form, saved.year, self._judge, self._read_last())

    def _judge(self, evaluation: Evaluation) -> Iterable[Finding]:
        """Judge the year, once it tells of the office's projects beside them as they were then."""
        if not tells_of_projects(evaluation):
            return judge(evaluation)
        self._beside = self._beside or (sums_beside(self.path, evaluation),)
        return judge(evaluation, *self._beside)

    def _read_last(self) -> Evaluation | None:
        """Return last year, or None if there is none. `notice` says why it cannot be read."""
        try:
            return read_last(self.path, self.keeper.saved.year)
        except YearError as error:
            self.notice = "；".join(filter(None, (self.notice, str(error))))
            return None

    def _show_at(self, addresses: Iterable[str | None]) -> None:
        self.shown_at.update(address for address in addresses if address)
