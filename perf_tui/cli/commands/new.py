"""`perf-tui new`: an empty year."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import read_file, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.core.numbers import clean_text, hides_something
from perf_tui.editing.beginning import begin, require_ending


def run(arguments: Namespace) -> int:
    """Write the new file, with what is known of the unit from last year and from `--unit`."""
    out: Path = arguments.out
    require_ending(out, "新建")
    refuse_to_overwrite(out, force=arguments.force)
    unit = clean_text(arguments.unit or "").strip()
    if hides_something(arguments.unit or ""):
        err("单位名称里有看不见的字符，已经去掉")
    last = (arguments.last, read_file(arguments.last).year) if arguments.last else None
    begin(out, arguments.year, last, form=arguments.form or "", unit=unit, overwrite=True)
    err(f"已新建 {out}，用 perf-tui open {out} 填写")
    return 0
