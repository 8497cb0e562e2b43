"""`perf-tui forms`: the problems of form definitions."""

from __future__ import annotations

from argparse import Namespace

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import echo
from perf_tui.store.forms import ROOTS, check_forms, form_notes

MOST_SHOWN = 20


def run(arguments: Namespace) -> int:
    """Print the first problems of the form sets in a folder. Return 1 if there are any."""
    folder = arguments.dir or next((root for root in ROOTS if root.is_dir()), ROOTS[0])
    if not folder.is_dir():
        raise CommandError(f"没有 {folder} 这个文件夹，核对路径")
    problems = check_forms(folder)
    for problem in problems[:MOST_SHOWN]:
        echo(str(problem))
    if more := problems[MOST_SHOWN:]:
        echo(f"还有 {len(more)} 处，改好上面的再查")
    if not problems:
        echo(f"{folder} 里的表单没有问题")
        if arguments.dir is None:
            _tell_installed()
    return int(bool(problems))


def _tell_installed() -> None:
    """Say of every installed set its name, what it is, and whose rules it follows."""
    for name, note in form_notes().items():
        echo(f"  {name}  {note.title}")
        for line in filter(None, (note.about, note.basis and f"依据：{note.basis}")):
            echo(f"      {line}")
