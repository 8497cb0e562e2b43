"""What becomes of each row of a table that is laid over a year, in the words of every front end."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form import Indicator
from perf_tui.editing.merging import Merge

NEW, CHANGED, SAME, DROPPED, KEPT = "新增", "改动", "不变", "删去", "留着"


def state_of(merge: Merge, place: int) -> str:
    """Return in one word what becomes of a row."""
    ident = merge.ident_of(place)
    if ident not in merge.form.by_id:
        return NEW
    return CHANGED if ident in merge.changes else SAME


def said_of(merge: Merge, place: int) -> str:
    """Return what a row changes, and of which indicator that is doubtful."""
    before = merge.form.by_id.get(merge.ident_of(place))
    if before is None:
        return f"也许就是现有的“{nearest}”" if (nearest := _nearest(merge, place)) else ""
    told = [one.brief for one in merge.changes.get(before.id, ()) if one.kind != "renamed"]
    if merge.in_doubt(place):
        told.insert(0, f"按名称认作现有的“{before.name}”")
    elif before.name != merge.rows[place].name:
        told.insert(0, f"原名“{before.name}”")
    return "，".join(told)


def state_of_missing(merge: Merge, one: Indicator) -> str:
    """Return in one word what becomes of an indicator that the table lacks."""
    return DROPPED if one.id in merge.dropped else KEPT


def doubts(merge: Merge) -> Iterator[int]:
    """Yield the rows of which it is doubtful whether they are new."""
    return (place for place in range(len(merge.rows)) if merge.in_doubt(place))


def _nearest(merge: Merge, place: int) -> str:
    """Return the name of the indicator that a new row might be, unless another row is it."""
    turned = merge.turned(place)
    return "" if turned is merge else merge.form.by_id[turned.ident_of(place)].name
