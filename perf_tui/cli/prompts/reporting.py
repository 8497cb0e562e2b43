"""Commands about the report: reading it out, and writing it to a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from perf_tui.cli.prompts.deciding import is_unheeded
from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.copies import proposed_target, require_ending
from perf_tui.editing.exporting import ExportOrder, export_year
from perf_tui.editing.finality import NotFinalError, hindrances
from perf_tui.editing.refusing import is_taken, usable_path
from perf_tui.store.errors import SaveError

YES = ("是", "y")
Wish = dict[str, Any]
SAID: dict[tuple[str, ...], Wish] = {
    ("内部稿", "内部", "nbg"): {"copy": "internal"},
    ("公开稿", "公开", "gkg"): {"copy": "public"},
    ("草稿", "cg"): {"draft": True, "final": False},
    ("正式稿", "正式", "zsg"): {"draft": False, "final": True},
    ("盖章", "gz"): {"sealed": True},
}
WISHES = {word: wish for words, wish in SAID.items() for word in words}
"""A word typed behind the name of the report → what it sets in an `ExportOrder`."""


def export(walk: Walk, _: int, typed: str) -> None:
    """Write the report. An existing file is replaced only after a yes."""
    try:
        _export(walk, _order_in(walk, typed))
    except NotFinalError as refusal:
        walk.say(f"{refusal}；.查 看全部")
    except SaveError as error:
        walk.say(str(error))


def preview(walk: Walk, _: int, typed: str) -> None:
    """Read the report out as it will print."""
    from perf_tui.cli.prompts.read_aloud import report_lines
    from perf_tui.render.report import build_report

    name, wish = wish_in(typed)
    if name:
        walk.say(f"没有“{name}”这样的稿，后面可写 公开稿、草稿、盖章")
        return
    order = ExportOrder(walk.open_year.path, **wish)
    draft = order.draft or bool(hindrances(walk.open_year))
    evaluation = walk.open_year.change.evaluation
    document = build_report(evaluation, order.copy, draft=draft, sealed=order.sealed)
    walk.say_all(report_lines(document))


def wish_in(typed: str) -> tuple[str, Wish]:
    """Return the file name typed, and what the words behind it set in an `ExportOrder`."""
    name, said = typed.strip(), Wish()
    while name:
        *before, last = name.rsplit(maxsplit=1)
        if (wish := WISHES.get(last.lower())) is None:
            break
        name, said = "".join(before), wish | said
    return name, said


def _order_in(walk: Walk, typed: str) -> ExportOrder:
    """Return which report is asked for. Without a name it is written beside the year's file."""
    name, wish = wish_in(typed)
    order = ExportOrder(usable_path(name), **wish)
    return (
        order if name else replace(order, target=proposed_target(walk.open_year.path, order.copy))
    )


def _export(walk: Walk, order: ExportOrder) -> None:
    from perf_tui.render.writers import export_notice

    target = order.target
    require_ending(target)
    if is_taken(target) and not _agrees(walk, f"{target} 已经有了，覆盖就输 是，不覆盖就回车："):
        return
    missing = export_year(walk.open_year, order)
    walk.say_all(filter(None, [missing]))
    walk.say(export_notice(str(target), walk.open_year.change.findings, "用 .查 看是哪些"))


def _agrees(walk: Walk, question: str) -> bool:
    line = hear_within(walk, question)
    return not is_unheeded(walk, line) and line.strip().lower() in YES
