"""`perf-tui` by itself: the years in the current folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from perf_tui.cli.output import say, tell
from perf_tui.cli.table import aligned
from perf_tui.core.rounding import fixed
from perf_tui.core.scoring import Score
from perf_tui.core.standing import take_stock
from perf_tui.store.errors import NotAYearError, YearError
from perf_tui.store.forms import load_form
from perf_tui.store.years import read_year_file


def run(_: Namespace) -> int:
    """List them with unit, year and score, and say how to go on."""
    rows = list(_rows(Path()))
    for line in aligned(rows):
        say(line)
    if rows:
        tell("用 perf-tui open 文件名 打开一个年度")
    else:
        tell(
            "这里还没有年度；用 perf-tui new 2024.toml --year 2024 新建，或用 perf-tui demo 看示例"
        )
    return 0


def _rows(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(folder.glob("*.toml")):
        try:
            file = read_year_file(path, load_form)
        except NotAYearError:
            continue
        except YearError as error:
            tell(str(error))
            continue
        standing = take_stock(file.form, file.year)
        yield path.name, standing.unit, str(standing.year.year), _result(standing.score)


def _result(score: Score) -> str:
    if score.total is None:
        return f"已得 {fixed(score.so_far)}，待定 {fixed(score.open)}"
    return f"{fixed(score.total)} {score.grade}"
