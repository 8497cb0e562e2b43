"""`perf-tui` by itself: the years in the current folder, as a screen or as a list."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path

from perf_tui.cli.output import say, tell
from perf_tui.cli.table import aligned
from perf_tui.cli.terminal import can_draw, is_dumb
from perf_tui.core.rounding import fixed
from perf_tui.core.scoring import Score
from perf_tui.core.standing import Standing
from perf_tui.store.shelf import Shelved, years_in


def run(arguments: Namespace) -> int:
    """Let one be chosen or begun and open it; list them where nothing can be drawn."""
    if is_dumb() or not can_draw():
        return _list(Path())
    gc.disable()  # as `open` does
    from perf_tui.cli.commands import open as open_command
    from perf_tui.tui.start import run_start

    chosen = run_start(Path(), ascii_only=arguments.ascii, theme=arguments.theme)
    if isinstance(chosen, int):
        return chosen
    arguments.file = chosen
    return open_command.run(arguments)


def _list(folder: Path) -> int:
    """Unit, year, score and state of each, and how to go on."""
    shelf = list(years_in(folder))
    for shelved in shelf:
        if shelved.trouble:
            tell(shelved.trouble)
    rows = [_row(one, one.standing) for one in shelf if one.standing]
    for line in aligned(rows):
        say(line)
    if rows:
        tell("用 perf-tui open 文件名 打开一个年度，用 perf-tui new --help 看怎样新建一年")
    else:
        tell(
            "这里还没有年度；用 perf-tui new 2024.toml --year 2024 新建，或用 perf-tui demo 看示例"
        )
    return 0


def _row(shelved: Shelved, standing: Standing) -> tuple[str, ...]:
    year, result = str(standing.year.year), _result(standing.score)
    return shelved.path.name, standing.unit, year, result, shelved.state


def _result(score: Score) -> str:
    if score.total is None:
        return f"已得 {fixed(score.so_far)}，待定 {fixed(score.open)}"
    return f"{fixed(score.total)} {score.grade}"
