"""What is said and asked before the first question: a changed file, what an earlier run left."""

from __future__ import annotations

from perf_tui.cli.prompts.hearing import at_keyboard, hear
from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.differences import differences
from perf_tui.store.remains import remains_words

LOOK, LEAVE = "看", "不要"


def settle_opening(walk: Walk) -> None:
    """Say that the file was changed outside; take up what an earlier run left, or put it aside.

    A file of answers takes up what lies beside the file: nobody is there to be asked.
    """
    desk, remains = walk.desk, walk.desk.opened.remains
    if desk.keeper.saved.edited_by_hand:
        walk.tell(f"注意：{desk.path} 在程序之外改动过，核对无误再用结果")
    walk.tell_all(desk.opened.notice.splitlines())
    if remains is None:
        return
    walk.tell(remains_words(desk.path, desk.form, desk.session.year, remains))
    if remains.year is not None and remains.fits and not (at_keyboard() and _refuses(walk)):
        desk.take_up(remains.year)
        walk.tell("已经取回，接着填")
    else:
        walk.tell(f"没用上的记录留在 {desk.keeper.set_aside()}")


def _refuses(walk: Walk) -> bool:
    while True:
        line = hear(walk.glyphs.spell(f"取回就回车；{LOOK} 列出改了哪些，{LEAVE} 就放在一边："))
        if line.strip() != LOOK:
            return line.strip() == LEAVE
        remains = walk.desk.opened.remains
        if remains is not None and remains.year is not None:
            found = differences(walk.desk.form, walk.desk.session.year, remains.year)
            walk.tell_all(
                f"{one.place}：{one.before or '空白'}，改成 {one.after or '空白'}" for one in found
            )
