"""The backups of an open year's file, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.finality import with_finality_kept
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import (
    RefusedError,
    Sentence,
    require_editable,
    require_writable,
    sentence,
)
from perf_tui.editing.saving import save_rest
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.backups import Backup, good_backups
from perf_tui.store.keeping.history import history_path, read_history
from perf_tui.store.years.year_file import FORM_SET, YearFile

NO_BACKUPS = "还没有备份，保存以后才有"
NO_HISTORY = "还没有修改记录，保存以后才有"
BACK_WITH_SET = "已恢复成 {when} 的备份，连同表单第 {version} 版"
BACK = "已恢复成 {when} 的备份，还没有存，{save} 保存"


def backups_of(open_year: OpenYear) -> list[tuple[Backup, YearFile]]:
    """Return the sound backups, newest first; raise RefusedError if there are none."""
    found = list(good_backups(open_year.path, forms_beside(open_year.path)))
    if not found:
        raise RefusedError(NO_BACKUPS)
    return found


def about_backup(open_year: OpenYear, backup: Backup, file: YearFile) -> Matter:
    """Return the choices with a backup: seeing how it differs, or going back to it."""

    def look() -> Versions:
        return Version("备份", file.year), Version("现在", open_year.session.year)

    choices = (
        Choice("看和现在的差别", look=look),
        Choice("恢复成这一份", lambda: go_back_to(open_year, backup, file)),
    )
    words = "恢复以前，现在的内容先保存，也留一份备份。"
    return Matter(f"{backup.when} 的备份", words, choices)


def go_back_to(open_year: OpenYear, backup: Backup, file: YearFile) -> Sentence:
    """Save what is unsaved, then go on from a backup. Return a sentence that says so.

    Raises RefusedError if the year cannot be edited, SaveError if it cannot be saved.
    """
    require_editable(open_year)
    save_rest(open_year)
    return turn_to_backup(open_year, backup, file)


def turn_to_backup(open_year: OpenYear, backup: Backup, file: YearFile) -> Sentence:
    """Go on from a backup, as final as the year is. Return a sentence that it is not saved yet.

    Its comments will be saved too. One with another version of the form set is saved at once,
    together with that.
    """
    if file.unknown.get(FORM_SET) != open_year.keeper.saved.unknown.get(FORM_SET):
        return _turn_to_set(open_year, backup, file)
    open_year.turn_to(with_finality_kept(open_year.session.year, file.year))
    open_year.keeper.take_comments(file)
    return sentence(BACK, when=backup.when)


def _turn_to_set(open_year: OpenYear, backup: Backup, file: YearFile) -> Sentence:
    require_writable(open_year)
    year = with_finality_kept(open_year.session.year, file.year)
    words = f"表单：恢复成 {backup.when} 的备份里的第 {file.form.version} 版"
    open_year.keeper.save_following(file.with_year(year), words)
    open_year.go_on_from_file()
    return sentence(BACK_WITH_SET, when=backup.when, version=str(file.form.version))


def history_of(open_year: OpenYear) -> tuple[Sequence[str], Path]:
    """Return lines of the history, newest first, and the path of the file with all of them.

    Raises RefusedError if nothing has been recorded yet.
    """
    if not (lines := read_history(open_year.path)):
        raise RefusedError(NO_HISTORY)
    return lines[::-1], history_path(open_year.path)
