"""Commands about the backups of the file, and its history."""

from __future__ import annotations

from perf_tui.cli.prompts.deciding import choose
from perf_tui.cli.prompts.filing import attempt, hear_within, heed
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.backups import about_backup, backups_of, history_of
from perf_tui.editing.deciding import Choice
from perf_tui.editing.refusing import Sentence


def backups(walk: Walk, _: int, wanted: str) -> None:
    """List the backups, newest first, and let the user look at one or go back to it."""
    found = {str(backup.number): (backup, file) for backup, file in backups_of(walk.open_year)}
    if not wanted:
        walk.say_all(f"{number}，{backup.when} 存的" for number, (backup, _) in found.items())
        wanted = hear_within(walk, "看哪一份？输前面的数，不看就回车：").strip()
    if wanted in found:
        matter = about_backup(walk.open_year, *found[wanted])
        _settle(walk, choose(walk, matter, lambda line: heed(walk, line) is not None))
    elif wanted:
        walk.say(f"没有第 {wanted} 份完好的备份，单用 .备份 列出全部")


def history(walk: Walk, _: int, __: str) -> None:
    """Say the history, newest first."""
    lines, path = history_of(walk.open_year)
    walk.say(f"全文在文件旁边的 {path.name}，新的在前", *lines)


def _settle(walk: Walk, choice: Choice | None) -> None:
    """Go back to the backup, if that was chosen.

    If the year could not be saved before, and was then saved in another way, it goes on from there.
    """
    done: list[Sentence | None] = []
    do = choice.do if choice else None
    while do is not None and not done and attempt(walk, lambda: done.append(do())):
        if not done:
            walk.say(f"已保存到 {walk.open_year.path}")
        walk.say_all(filter(None, done))
