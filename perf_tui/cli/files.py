"""Year files for the commands: read with warnings, and not overwritten without leave."""

from __future__ import annotations

from pathlib import Path

from perf_tui.cli.output import err
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.store.errors import YearError
from perf_tui.store.forms import forms_beside
from perf_tui.store.years.checksum import altered_words
from perf_tui.store.years.earlier_years import read_last
from perf_tui.store.years.year_file import YearFile, read_year_file


class CommandError(Exception):
    """A command that cannot be carried out. The message is one sentence for the user."""


def read_file(path: Path) -> YearFile:
    """Return the year's file, with a warning if it was converted or changed outside the program.

    Raises YearError if it cannot be read, and FormError if its form cannot be used.
    """
    file = read_year_file(path, forms_beside(path))
    if file.notice:
        err(f"注意：{path}：{file.notice}")
    if file.edited_by_hand:
        err(altered_words(path))
    return file


def read_evaluation(path: Path, last: Path | None = None) -> Evaluation:
    """Return the evaluation of the year in a file, beside the year in the file `last` if given.

    Raises CommandError if that year is not earlier, as when it is the same file, and otherwise what
    `read_file` raises.
    """
    file = read_file(path)
    if last is None:
        return evaluate(file.form, file.year)
    before = read_file(last)
    now, then = file.year.year, before.year.year
    if then >= now:
        raise CommandError(f"{last} 是 {then} 年的，不早于 {path} 的 {now} 年，换成上年的文件")
    return evaluate(file.form, file.year, evaluate(before.form, before.year))


def read_beside_last(path: Path) -> Evaluation:
    """Return the evaluation of the year in a file, beside the previous year if the file names one.

    If the previous year's file cannot be read, a warning says so. Raises what `read_file` raises.
    """
    file = read_file(path)
    try:
        last = read_last(path, file.year)
    except YearError as error:
        err(f"没有与上年对照：{error}")
        last = None
    return evaluate(file.form, file.year, last)


def refuse_to_overwrite(path: Path, *, force: bool) -> None:
    """Raise CommandError if a file exists at `path`, unless `force` allows replacing it."""
    if path.exists() and not path.is_dir() and not force:
        raise CommandError(f"{path} 已经有了，换一个名字，或加 --force 覆盖")
