"""Undoing edits and redoing them, across fields and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.acceptance import place_of_acceptance
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.own.asking import NEW
from perf_tui.core.session import Change
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, require_editable


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or redone.

    `place` is its address, or None if it is in no field; the order of the indicators has one that
    stands on no page. `words` say what is there now.
    """

    place: str | None
    words: str


def undo(open_year: OpenYear) -> Undone:
    """Undo the last edit; raise RefusedError if the year cannot be edited or there is none."""
    require_editable(open_year)
    before = open_year.change.evaluation
    return _undone(open_year, before, open_year.session.undo(), "撤销")


def redo(open_year: OpenYear) -> Undone:
    """Redo the edit that was undone last. Raises RefusedError as `undo` does."""
    require_editable(open_year)
    before = open_year.change.evaluation
    return _undone(open_year, before, open_year.session.redo(), "重做")


def _undone(open_year: OpenYear, before: Evaluation, change: Change | None, what: str) -> Undone:
    if change is None:
        raise RefusedError(f"没有可{what}的了")
    open_year.note()
    reason_at = place_of_acceptance(str(change.field))
    place, about = reason_at or change.field, "说明" if reason_at else "确认"
    after = change.evaluation
    words = _reordered(before.form, after.form) or _changed(before, after) or about
    return Undone(place if place in after.form.fields else None, f"已{what}：{words}")


def _reordered(before: Form, after: Form) -> str:
    """Return which indicators are there otherwise than before, or an empty string."""
    then, now = ([one.id for one in form.indicators] for form in (before, after))
    if there := [one for one in after.indicators if one.id not in before.by_id]:
        return f"{_names(there)}，已在指标表里"
    if gone := [one for one in before.indicators if one.id not in after.by_id]:
        return f"{_names(gone)}，已不在指标表里"
    return "指标的次序" if then != now else ""


def _names(indicators: Sequence[Indicator]) -> str:
    first, *others = (f"“{one.name or NEW}”" for one in indicators)
    return f"{first}等 {len(indicators)} 项指标" if others else f"指标{first}"


def _changed(before: Evaluation, after: Evaluation) -> str:
    """Return what the changed fields hold now, or an empty string if no field has changed."""
    fields = {**before.form.fields, **after.form.fields}
    changed = [at for at in after.year.differing(before.year) if at in fields]
    if len(changed) != 1:
        return f"共 {len(changed)} 栏" if changed else ""
    field = fields[changed[0]]
    text = after.year.text(field.address) or "空白"
    return field.label if field.wordy else f"{field.label}，现在是 {text}"
