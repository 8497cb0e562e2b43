"""Earlier versions of the file, and what was changed when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence
from perf_tui.editing.saving import save_rest
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.backups import Backup, good_backups
from perf_tui.store.forms import load_form
from perf_tui.store.history import history_path, read_history
from perf_tui.store.years import YearFile

NO_BACKUPS = "还没有备份，保存以后才有"
NO_HISTORY = "还没有修改记录，保存以后才有"
BACK = "已恢复成 {when} 的备份，还没有存，{save} 保存"


def backups_of(desk: Desk) -> list[tuple[Backup, YearFile]]:
    """The sound backups, the newest first; RefusedError where there are none."""
    found = list(good_backups(desk.path, load_form))
    if not found:
        raise RefusedError(NO_BACKUPS)
    return found


def about_backup(desk: Desk, backup: Backup, file: YearFile) -> Matter:
    """Look in what a backup differs, or go back to it."""

    def look() -> Versions:
        return Version("备份", file.year), Version("现在", desk.session.year)

    choices = (
        Choice("看和现在的差别", look=look),
        Choice("恢复成这一份", lambda: go_back_to(desk, backup, file)),
    )
    words = "恢复以前，现在的内容先保存，也留一份备份。"
    return Matter(f"{backup.when} 的备份", words, choices)


def go_back_to(desk: Desk, backup: Backup, file: YearFile) -> Sentence:
    """Go on from a backup once what is unsaved has been saved; what is said of it.

    RefusedError where nothing can be changed, SaveError where it could not be saved.
    """
    require_editable(desk)
    save_rest(desk)
    turn_to_copy(desk, file)
    return sentence(BACK, when=backup.when)


def turn_to_copy(desk: Desk, file: YearFile) -> None:
    """Go on from a copy of the file, to be saved with the comments that stand in it."""
    desk.turn_to(file.year)
    desk.keeper.take_comments(file)


def history_of(desk: Desk) -> tuple[Sequence[str], Path]:
    """What was changed when, the newest first, and where it stands in full.

    RefusedError where nothing has been written down yet.
    """
    if not (lines := read_history(desk.path)):
        raise RefusedError(NO_HISTORY)
    return lines[::-1], history_path(desk.path)
