"""What lies on the desk while the editor runs: one year's file, its session, what is unsaved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.acceptance import acceptance
from perf_tui.core.findings import BLANK, GOAL_BLANK, Finding, errors_of
from perf_tui.core.last_year import taken_over
from perf_tui.core.session import Change, Session
from perf_tui.core.standing import Standing, take_stock
from perf_tui.core.year import LAST_FILE, Year
from perf_tui.editing.exporting import Order, export
from perf_tui.editing.finality import require_final
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.keeping import stamp
from perf_tui.store.last_year import kept_path, read_last
from perf_tui.store.opening import Opened, take_over
from perf_tui.store.places import remember_opened
from perf_tui.store.years import YearFile

# What is said of a field because nothing was typed there: it waits until one has tried, or asks.
UNTOUCHED = (BLANK, GOAL_BLANK)


class Desk:
    """One open year; `place` is the address one is at, None on the task list.

    `cursor` is how many characters into the passage there one was when the program was left.

    `shown` are the findings that may stand beside their fields: a field is judged once something
    was typed in it and it has been left, so that nobody is blamed while still typing or for what
    was only looked at; what a file brings along wrong is judged from the start. A field that was
    already marked is judged anew at every key. `notice` is something about the opened file to be
    said once, `checked` the finding that was gone to last from the list of all. Everything that
    has been accepted is handed to the `keeper` at once.
    """

    def __init__(self, opened: Opened) -> None:
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
        self._judge_typed()

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
        self._judge_typed()
        self.note()
        return change

    def note(self) -> None:
        """Have kept what has been typed; a field is noted when it is left at the latest."""
        self.keeper.note(self.session.year)

    def take_over_file(self) -> None:
        """Write the file although another computer has not given it back; SaveError if not."""
        self.opened = take_over(self.opened)
        self.session.reading = False

    def take_up(self, year: Year) -> None:
        """Go on from what an earlier run left; SaveError where the journal cannot be written on."""
        self.session.turn_to(year)
        self._judge_typed()
        self.keeper.take_up(year)

    def turn_to(self, year: Year) -> None:
        """Go on with another version of the year, not saved yet."""
        self.session.turn_to(year)
        self.note()
        self._judge_typed()

    def take_over(self, addresses: Iterable[str]) -> int:
        """Put last year's answers into fields, to be confirmed; how many there were."""
        texts = taken_over(self.change.standing, addresses)
        if texts:
            self.session.put_all(texts)
            self._judge_typed()
            self.note()
        return len(texts) // 2

    def take_over_blanks(self, addresses: Iterable[str]) -> int:
        """Put last year's answers into those of the fields that are blank; how many there were."""
        return self.take_over(at for at in addresses if not self.session.year.text(at))

    def adopt(self, finding: Finding) -> None:
        """Put the text that a finding suggests into its field."""
        self.session.put(str(finding.field), finding.suggestion)
        self.note()

    def accept(self, finding: Finding, reason: str) -> None:
        """Stand by what a warning asks about; "" takes the reason there was back."""
        self.session.put_all(acceptance(finding, self.session.year, reason))
        self.note()

    @property
    def hindrances(self) -> tuple[Finding, ...]:
        """What has to be mended before the year can be made final."""
        return errors_of(self.change.findings)

    def lock(self) -> None:
        """Make the year final; NotFinalError while errors stand."""
        require_final(self.change.findings, "定稿")
        self.session.lock(stamp())
        self.note()

    def unlock(self, reason: str) -> None:
        """Open a final year again."""
        self.session.unlock(reason, stamp())
        self.note()

    def look_back(self, path: Path, last: YearFile) -> Change:
        """Lay another earlier year's file beside this one."""
        standing = take_stock(last.form, last.year)
        change = self.session.look_back(kept_path(path, self.path), standing)
        self.note()
        return change

    def judge_all(self) -> None:
        """The user asked for everything that is wrong, blanks too."""
        self._judge(finding.field for finding in self.change.findings)

    def judge(self, address: str) -> None:
        """The user asked what is wrong at this place."""
        self._judge([address])

    def problems(self) -> list[str]:
        """Where somebody still has to do something, in walking order."""
        places = {one.places[0] for one in self.change.findings if one.open and one.places}
        return sorted(places, key=self.form.walk.__getitem__)

    def next_problem(self, place: str | None, step: int) -> str | None:
        """The address of the next problem or blank in walking order, round the end if need be."""
        problems, walk = self.problems(), self.form.walk
        ahead = [at for at in problems if place is None or step * (walk[at] - walk[place]) > 0]
        return (ahead or problems)[0 if step > 0 else -1] if problems else None

    def save(self, *, overwrite: bool = False) -> None:
        """Write the file; SaveError says why it could not be written, ChangedError that another
        program has written it, whose version only `overwrite` replaces.
        """
        self.note()
        self.keeper.save(self.session.year, overwrite=overwrite)

    def save_elsewhere(self, target: Path) -> None:
        """Save under another name and go on there; SaveError leaves everything as it is."""
        self.note()
        year = self.session.year
        if last := year.text(LAST_FILE):
            year = year.with_text(LAST_FILE, kept_path(self.path.parent / last, target))
        self.keeper = self.keeper.save_elsewhere(year, target)
        remember_opened(target)
        if year != self.session.year:
            self.session.turn_to(year)

    def finish(self) -> None:
        """Save if anything is unsaved."""
        if self.dirty:
            self.save()

    def export(self, order: Order) -> str:
        """Write the report; what is to be said of missing fonts, NotFinalError and SaveError as of
        `exporting.export`.
        """
        if self.keeper.saved.newer:
            raise SaveError(f"{order.target} 没有导出：{self.keeper.once_free}再导出")
        return export(self.change.standing, order)

    def _read_last(self) -> Standing | None:
        """The year before, if it can be had; `notice` says why not."""
        try:
            return read_last(self.path, self.keeper.saved.year)
        except YearError as error:
            self.notice = "；".join(filter(None, (self.notice, str(error))))
            return None

    def _judge_typed(self) -> None:
        self._judge(f.field for f in self.change.findings if f.code not in UNTOUCHED)

    def _judge(self, addresses: Iterable[str | None]) -> None:
        self.judged.update(address for address in addresses if address)
