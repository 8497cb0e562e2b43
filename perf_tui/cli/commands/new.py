"""`perf-tui new`: an empty year."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import CommandError, read_file, refuse_to_overwrite
from perf_tui.cli.output import tell
from perf_tui.core.form import Form
from perf_tui.core.numbers import clean_text
from perf_tui.core.year import LAST_FILE, Year
from perf_tui.store.forms import load_form
from perf_tui.store.last_year import kept_path
from perf_tui.store.years import YearFile, write_year_file

DEFAULT_FORM = "township"
NAME = "unit.name"
ENDING = ".toml"


def run(arguments: Namespace) -> int:
    """Write the new file; what is known of the unit comes from last year and from `--unit`."""
    if arguments.out.suffix.lower() != ENDING:
        raise CommandError(f"{arguments.out} 的后缀应是 {ENDING}，改好文件名再新建")
    refuse_to_overwrite(arguments.out, force=arguments.force)
    last = _read_earlier(arguments.last, arguments.year) if arguments.last else None
    name = arguments.form or (last.year.form if last else DEFAULT_FORM)
    form = load_form(name)
    year = Year(name, arguments.year, _carried_over(last, form) if last else {})
    if last:
        year = year.with_text(LAST_FILE, kept_path(arguments.last, arguments.out))
    if unit := clean_text(arguments.unit or "").strip():
        year = year.with_text(NAME, unit)
    write_year_file(arguments.out, YearFile(form, year))
    tell(f"已新建 {arguments.out}，用 perf-tui open {arguments.out} 填写")
    return 0


def _read_earlier(path: Path, year: int) -> YearFile:
    last = read_file(path)
    if last.year.year >= year:
        raise CommandError(f"{path} 是 {last.year.year} 年的，不早于 {year} 年，换成上年的文件")
    return last


def _carried_over(last: YearFile, form: Form) -> dict[str, str]:
    """What does not change from year to year: the unit, but not the date of its report."""
    return {
        address: text
        for address, text in last.year.texts.items()
        if address.startswith("unit.")
        and address in form.fields
        and form.fields[address].kind != "date"
    }
