"""`perf-tui new`: an empty year."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import read_file, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.core.numbers import clean_text, hides_something
from perf_tui.editing.beginning import begin, require_ending
from perf_tui.editing.projects import PROJECT_FORM
from perf_tui.store.years.earlier_years import PROJECT_NAME


def run(arguments: Namespace) -> int:
    """Write the new file, with what is known of the unit: last year's, `--unit`, `--project`."""
    out: Path = arguments.out
    require_ending(out, "新建")
    refuse_to_overwrite(out, force=arguments.force)
    unit, project = (_name(typed) for typed in (arguments.unit, arguments.project))
    last = (arguments.last, read_file(arguments.last).year) if arguments.last else None
    form = arguments.form or (PROJECT_FORM if project and not last else "")
    head = {PROJECT_NAME: project} if project else {}
    begin(out, arguments.year, last, form=form, unit=unit, head=head, overwrite=True)
    err(f"已新建 {out}，用 perf-tui open {out} 填写")
    return 0


def _name(typed: str | None) -> str:
    """Return a typed name without invisible characters, which are told."""
    if hides_something(typed or ""):
        err("名称里有看不见的字符，已经去掉")
    return clean_text(typed or "").strip()
