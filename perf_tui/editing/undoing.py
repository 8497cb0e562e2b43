"""Undoing edits and redoing them, across fields and pages."""

from __future__ import annotations

from dataclasses import dataclass

from perf_tui.core.answers.year import Year
from perf_tui.core.findings.acceptance import place_of_acceptance
from perf_tui.core.form import Form
from perf_tui.core.session import Change
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, require_editable


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or redone.

    `place` is its address, or None if it is in no field. `words` say what is there now.
    """

    place: str | None
    words: str


def undo(open_year: OpenYear) -> Undone:
    """Undo the last edit; raise RefusedError if the year cannot be edited or there is none."""
    require_editable(open_year)
    before = open_year.session.year
    return _undone(open_year, before, open_year.session.undo(), "撤销")


def redo(open_year: OpenYear) -> Undone:
    """Redo the edit that was undone last. Raises RefusedError as `undo` does."""
    require_editable(open_year)
    before = open_year.session.year
    return _undone(open_year, before, open_year.session.redo(), "重做")


def _undone(open_year: OpenYear, before: Year, change: Change | None, what: str) -> Undone:
    if change is None:
        raise RefusedError(f"没有可{what}的了")
    open_year.note()
    reason_at = place_of_acceptance(str(change.field))
    place, about = reason_at or change.field, "说明" if reason_at else "确认"
    words = _changed(open_year.form, before, change.evaluation.year) or about
    return Undone(place if place in open_year.form.fields else None, f"已{what}：{words}")


def _changed(form: Form, before: Year, after: Year) -> str:
    """Return what the changed fields hold now, or an empty string if no field has changed."""
    changed = [at for at in after.differing(before) if at in form.fields]
    if len(changed) != 1:
        return f"共 {len(changed)} 栏" if changed else ""
    field = form.fields[changed[0]]
    text = after.text(field.address) or "空白"
    return field.label if field.wordy else f"{field.label}，现在是 {text}"
