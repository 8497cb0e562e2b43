"""Commands about the report: reading it, and writing it as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.copies import proposed_target, require_ending
from perf_tui.editing.exporting import Order, export_year
from perf_tui.editing.finality import NotFinalError, hindrances
from perf_tui.editing.refusing import usable_path
from perf_tui.store.errors import SaveError

if TYPE_CHECKING:
    from perf_tui.render.report import Copy

YES = ("是", "y")
SAID: dict[tuple[str, ...], dict[str, Any]] = {
    ("内部稿", "内部", "nbg"): {"copy": "internal"},
    ("公开稿", "公开", "gkg"): {"copy": "public"},
    ("草稿", "cg"): {"draft": True, "final": False},
    ("正式稿", "正式", "zsg"): {"draft": False, "final": True},
    ("盖章", "gz"): {"sealed": True},
}
WISHES = {word: wish for words, wish in SAID.items() for word in words}
"""What may be said of a report behind its name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report it is to be; `name` is what was typed before that."""

    name: str = ""
    copy: Copy = "internal"
    final: bool = False
    draft: bool = False
    sealed: bool = False


def export(walk: Walk, _: int, typed: str) -> None:
    """Write the report; what is there already is overwritten only after a yes."""
    wish = wish_in(typed)
    try:
        with usable_path():
            _export(walk, wish)
    except NotFinalError as refusal:
        walk.tell(f"{refusal}；.查 看全部")
    except SaveError as error:
        walk.tell(str(error))


def preview(walk: Walk, _: int, typed: str) -> None:
    """Read the report out as it will print."""
    from perf_tui.cli.prompts.report import report_lines
    from perf_tui.render.report import build_report

    wish, desk = wish_in(typed), walk.desk
    draft = wish.draft or bool(hindrances(desk))
    document = build_report(desk.change.standing, wish.copy, draft=draft, sealed=wish.sealed)
    walk.tell_all(report_lines(document))


def wish_in(typed: str) -> Wish:
    """A file's name, and behind it what was said of the report."""
    name, said = typed.strip(), dict[str, Any]()
    while name:
        *before, last = name.rsplit(maxsplit=1)
        if (wish := WISHES.get(last.lower())) is None:
            break
        name, said = "".join(before), wish | said
    return replace(Wish(name), **said)


def _export(walk: Walk, wish: Wish) -> None:
    from perf_tui.render.writers import told_of_export

    proposed = proposed_target(walk.desk.path, wish.copy)
    target = Path(wish.name).expanduser() if wish.name else proposed
    require_ending(target)
    if target.exists() and not _agrees(walk, f"{target} 已经有了，覆盖就输 是，不覆盖就回车："):
        return
    order = Order(target, wish.copy, final=wish.final, draft=wish.draft, sealed=wish.sealed)
    missing = export_year(walk.desk, order)
    walk.tell_all(filter(None, [missing]))
    walk.tell(told_of_export(str(target), walk.desk.change.findings, "用 .查 看是哪些"))


def _agrees(walk: Walk, question: str) -> bool:
    return hear_within(walk, question).strip().lower() in YES
