"""`perf-tui new`: an empty year."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import CommandError, read_file, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.core.numbers import clean_text, hides_something
from perf_tui.store.years.beginning import DEFAULT_FORM, begin_year
from perf_tui.store.years.year_file import YearFile

ENDING = ".toml"


def run(arguments: Namespace) -> int:
    """Write the new file, with what is known of the unit from last year and from `--unit`."""
    if arguments.out.suffix.lower() != ENDING:
        raise CommandError(f"{arguments.out} 的后缀应是 {ENDING}，改好文件名再新建")
    refuse_to_overwrite(arguments.out, force=arguments.force)
    last = _read_earlier(arguments.last, arguments.year) if arguments.last else None
    name = arguments.form or (last.year.form if last else DEFAULT_FORM)
    unit = clean_text(arguments.unit or "").strip()
    if hides_something(arguments.unit or ""):
        err("单位名称里有看不见的字符，已经去掉")
    before = (arguments.last, last.year) if last else None
    begin_year(arguments.out, arguments.year, name, before, unit)
    err(f"已新建 {arguments.out}，用 perf-tui open {arguments.out} 填写")
    return 0


def _read_earlier(path: Path, year: int) -> YearFile:
    last = read_file(path)
    if last.year.year >= year:
        raise CommandError(f"{path} 是 {last.year.year} 年的，不早于 {year} 年，换成上年的文件")
    return last
