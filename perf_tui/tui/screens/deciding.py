"""The dialogs for what only the user can decide, and for looking at two versions of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from perf_tui.core.form import Form
from perf_tui.editing.deciding import Matter
from perf_tui.editing.versions import Versions
from perf_tui.showing.glyphs import Glyphs
from perf_tui.store.errors import YearError
from perf_tui.tui.drawing.differences import difference_rows
from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.decision import DecisionDialog
from perf_tui.tui.screens.dialog import ReadingDialog
from perf_tui.tui.screens.notice import NoticeDialog


def decision(matter: Matter) -> DecisionDialog:
    """Return a dialog that asks. Its result is the index of the choice, or None."""
    return DecisionDialog(matter.title, matter.words, [one.words for one in matter.choices])


def reading(title: str, lines: Iterable[str]) -> ReadingDialog:
    """Return a dialog with lines to read."""
    words = tuple(lines)
    return ReadingDialog(
        title,
        lambda width: [(Piece(part),) for line in words for part in wrap(line, width)],
    )


def look(
    versions: Callable[[], Versions], form: Form, glyphs: Glyphs, about: str = ""
) -> ReadingDialog:
    """Return a dialog with the difference between two versions, or the reason why there is none.

    `about` names the first version in the title.
    """
    try:
        shown = versions()
    except YearError as trouble:
        return NoticeDialog("差别看不了", str(trouble))
    title = f"{about}和现在的差别" if about else "差别"
    return ReadingDialog(title, lambda width: difference_rows(form, *shown, width, glyphs))
