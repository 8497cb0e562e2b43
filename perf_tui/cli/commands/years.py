"""`perf-tui` without a command: the years in the current folder, as a screen or as a list."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path

from perf_tui.cli.columns import aligned
from perf_tui.cli.output import echo, err
from perf_tui.cli.terminal import can_draw, is_dumb
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.numbers.rounding import fixed
from perf_tui.core.scoring.score import Score
from perf_tui.showing.office import sums_words
from perf_tui.store.years.listing import ListedYear, years_in
from perf_tui.store.years.office import offices_in


def run(arguments: Namespace) -> int:
    """Let the user choose or begin a year and open it; list the years if nothing can be drawn."""
    if is_dumb() or not can_draw():
        return _list(Path())
    gc.disable()  # as in `open`
    from perf_tui.cli.commands import open as open_command
    from perf_tui.tui.apps.start import run_start

    chosen = run_start(Path(), ascii_only=arguments.ascii, theme=arguments.theme)
    if isinstance(chosen, int):
        return chosen
    arguments.file = chosen
    return open_command.run(arguments)


def _list(folder: Path) -> int:
    """Print file, unit, year, score and state of every year, and say how to go on."""
    listing = list(years_in(folder))
    for listed in listing:
        if listed.trouble:
            err(listed.trouble)
    offices = offices_in(listing)
    files = [one for office in offices for one in office.files]
    lines = aligned([_row(one, one.evaluation) for one in files if one.evaluation])
    for office in offices:
        for _ in office.files:
            echo(next(lines))
        if office.projects:
            echo(f"{office.year} 年度{sums_words(office.sums)}")
    if files:
        err("用 perf-tui open 文件名 打开一个年度，用 perf-tui new --help 看怎样新建一年")
    else:
        err("这里还没有年度；用 perf-tui new 2024.toml --year 2024 新建，或用 perf-tui demo 看示例")
    return 0


def _row(listed: ListedYear, evaluation: Evaluation) -> tuple[str, ...]:
    year, result = str(evaluation.year.year), _result(evaluation.score)
    return listed.path.name, evaluation.subject, year, result, listed.state


def _result(score: Score) -> str:
    if score.total is None:
        return f"已得 {fixed(score.so_far)}，待定 {fixed(score.open)}"
    return f"{fixed(score.total)} {score.grade or ''}".rstrip()
