"""What lies on the desk while the editor runs: one year's file, its session, what is unsaved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.findings import Finding
from perf_tui.core.last_year import taken_over
from perf_tui.core.session import Change, Session
from perf_tui.core.standing import Standing, take_stock
from perf_tui.store.atomic import SHARED, write_atomically
from perf_tui.store.errors import YearError
from perf_tui.store.last_year import kept_path, read_last
from perf_tui.store.years import YearFile, write_year_file


class Desk:
    """One open year; `place` is the address one is at, None on the task list.

    `judged` are the addresses whose findings may be shown: a field is judged once it has been
    left, so that nobody is blamed while still typing; what a file brings along wrong is judged
    from the start. `notice` is something about the opened file to be said once.
    """

    def __init__(self, path: Path, file: YearFile) -> None:
        self.path, self.form = path, file.form
        self.edited_by_hand = file.edited_by_hand
        self._file = file
        self.notice = ""
        self.session = Session(file.form, file.year, judge, self._read_last())
        self.place: str | None = None
        self.judged: set[str] = set()
        self._judge_typed()

    @property
    def change(self) -> Change:
        """How things stand after the last edit."""
        return self.session.change

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the file yet."""
        return self.session.year != self._file.year

    def type(self, address: str, text: str) -> Change:
        """Put a text into a field while it is being typed."""
        return self.session.apply(address, text)

    def leave(self, address: str) -> Change:
        """A field has been left: settle and judge it, and what follows from it."""
        change = self.session.settle(address)
        self.judged.add(address)
        self._judge_typed()
        return change

    def take_over(self, addresses: Iterable[str]) -> int:
        """Put last year's answers into fields, to be confirmed; how many there were."""
        texts = taken_over(self.change.standing, addresses)
        if texts:
            self.session.put_all(texts)
            self._judge_typed()
        return len(texts) // 2

    def take_over_blanks(self, addresses: Iterable[str]) -> int:
        """Put last year's answers into those of the fields that are blank; how many there were."""
        return self.take_over(at for at in addresses if not self.session.year.text(at))

    def adopt(self, finding: Finding) -> None:
        """Put the text that a finding suggests into its field."""
        self.session.put(str(finding.field), finding.suggestion)

    def accept(self, finding: Finding, reason: str) -> None:
        """Stand by what a warning asks about."""
        self.session.put(f"accepted.{finding.key}", reason)

    def lock(self) -> None:
        """Make the year final."""
        self.session.lock(_now())

    def unlock(self, reason: str) -> None:
        """Open a final year again."""
        self.session.unlock(reason, _now())

    def look_back(self, path: Path, last: YearFile) -> Change:
        """Lay another earlier year's file beside this one."""
        standing = take_stock(last.form, last.year)
        return self.session.look_back(kept_path(path, self.path), standing)

    def judge_all(self) -> None:
        """The user asked for everything that is wrong, blanks too."""
        self._judge(finding.field for finding in self.change.findings)

    def next_problem(self, place: str | None, step: int) -> str | None:
        """The address of the next problem or blank in walking order, round the end if need be."""
        walk = self.form.walk
        found = {
            walk[f.places[0]]: f.places[0] for f in self.change.findings if f.open and f.places
        }
        here = walk[place] if place else -1
        ahead = sorted(found, key=lambda at: (step * (at - here) <= 0, step * at))
        return found[ahead[0]] if ahead else None

    def save(self) -> None:
        """Write the file; SaveError says why it could not be written."""
        file = replace(self._file, year=self.session.year)
        write_year_file(self.path, file)
        self._file = file

    def finish(self) -> None:
        """Save if anything is unsaved."""
        if self.dirty:
            self.save()

    def export(self, target: Path) -> None:
        """Write the report; SaveError says why it could not be written."""
        from perf_tui.render.writers import report_bytes

        report = report_bytes(self.change.standing, target.suffix.lower())
        write_atomically(target, report, SHARED)

    def _read_last(self) -> Standing | None:
        """The year before, if it can be had; `notice` says why not."""
        try:
            return read_last(self.path, self._file.year)
        except YearError as error:
            self.notice = str(error)
            return None

    def _judge_typed(self) -> None:
        self._judge(f.field for f in self.change.findings if f.code != "blank")

    def _judge(self, addresses: Iterable[str | None]) -> None:
        self.judged.update(address for address in addresses if address)


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
