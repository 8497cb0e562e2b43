"""Commands about files: saving, leaving, exporting, making final, last year's file."""

from __future__ import annotations

from pathlib import Path

from perf_tui.cli.prompts.hearing import hear
from perf_tui.cli.prompts.lines import SAVING, command_in, saves_or_leaves
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.cli.prompts.words import faults_at
from perf_tui.core.numbers import clean_text
from perf_tui.editing.exporting import Order
from perf_tui.editing.finality import NotFinalError
from perf_tui.store.errors import SaveError

YES = ("是", "y")


def save(walk: Walk, _: int, __: str) -> None:
    """Write the file."""
    _save(walk, f"已保存到 {walk.desk.path}")


def finish(walk: Walk, _: int, __: str) -> None:
    """Save what is unsaved and leave; stay where that fails."""
    try:
        walk.desk.finish()
    except SaveError as error:
        walk.tell(str(error))
    else:
        raise LeavingError


def heed(walk: Walk, line: str) -> bool:
    """Save or leave where a line that was heard says so; whether it did."""
    if not saves_or_leaves(line):
        return False
    name, _ = command_in(line) or ("", "")
    (save if name in SAVING else finish)(walk, 0, "")
    return True


def hear_within(walk: Walk, question: str) -> str:
    """The answer to a question that a command asks."""
    while heed(walk, line := hear(walk.glyphs.spell(question))):
        pass
    return line


def make_final(walk: Walk, _: int, __: str) -> int | None:
    """Lock the year, or go to what has to be mended first."""
    try:
        walk.desk.lock()
    except NotFinalError as refusal:
        walk.desk.judge_all()
        address = refusal.errors[0].places[0]
        walk.tell(f"{refusal}；.查 看全部，.下处 到下一处")
        walk.announce(walk.desk.form.home_of[address])
        walk.tell_all(faults_at(walk.desk, address))
        return walk.place_of(address)
    _save(walk, "已定稿并保存，从现在起只能看；要修改，输 .重开 和理由")
    return None


def reopen(walk: Walk, _: int, reason: str) -> None:
    """Open a final year again."""
    if not walk.desk.session.year.locked:
        walk.tell("这个年度没有定稿，可以直接改")
    elif not reason:
        walk.tell("在 .重开 后面写上理由，如 .重开 数字有误")
    else:
        walk.desk.unlock(reason)
        walk.tell("已重新打开，理由记在文件里")


def export(walk: Walk, _: int, typed: str) -> None:
    """Write the report; what is there already is overwritten only after a yes."""
    from perf_tui.render.writers import ENDINGS, WRITERS, told_of_export

    try:
        target = Path(typed).expanduser() if typed else walk.desk.path.with_suffix(".docx")
        if target.suffix.lower() not in WRITERS:
            walk.tell(f"文件名的结尾写成 {ENDINGS} 中的一个，再输一次")
        elif not target.exists() or _agrees(
            walk, f"{target} 已经有了，覆盖就输 是，不覆盖就回车："
        ):
            missing = walk.desk.export(Order(target))
            walk.tell_all(filter(None, [missing]))
            walk.tell(told_of_export(str(target), walk.desk.change.findings, "用 .查 看是哪些"))
    except NotFinalError as refusal:
        walk.tell(f"{refusal}；.查 看全部")
    except (OSError, RuntimeError, ValueError, SaveError) as error:
        walk.tell(str(error) if isinstance(error, SaveError) else "这个路径用不了，换一个")


def choose_last(walk: Walk, _: int, __: str) -> None:
    """Ask which file holds the year before."""
    from perf_tui.store.last_year import earlier_years

    desk = walk.desk
    found = earlier_years(desk.path.parent, desk.session.year)
    if not found:
        walk.tell("这个文件夹里没有更早的年度文件，把上年的文件拷进来再选")
        return
    for number, (path, file) in enumerate(found, 1):
        walk.tell(f"{number}，{file.year.year} 年，{path.name}，{file.year.text('unit.name')}")
    wanted = clean_text(hear_within(walk, "用哪一个？输前面的数，不改就回车：")).strip()
    if not wanted.isdecimal() or not 0 < int(wanted) <= len(found):
        walk.tell("上年文件没有改")
        return
    path, file = found[int(wanted) - 1]
    desk.look_back(path, file)
    walk.tell(f"上年文件改用 {path.name}")


def _save(walk: Walk, done: str) -> None:
    try:
        walk.desk.save()
    except SaveError as error:
        walk.tell(str(error))
    else:
        walk.tell(done)


def _agrees(walk: Walk, question: str) -> bool:
    return hear_within(walk, question).strip().lower() in YES
