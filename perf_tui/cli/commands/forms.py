"""`perf-tui forms`: the form sets, and the problems of their definitions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import echo
from perf_tui.store.forms import ROOTS, check_forms
from perf_tui.store.forms.finding import find_set

MOST_SHOWN = 20
# What is done → its module in form_sets, its function, and what has to be named for it.
DOINGS: Mapping[str, tuple[str, str, str]] = {
    "list": ("telling", "show_list", ""),
    "show": ("telling", "show_set", "看哪一套？写名字，如 perf-tui forms show township"),
    "add": ("handing", "add", "添加哪一套？写文件夹或文件"),
    "keys": ("explaining", "keys", ""),
    "schema": ("explaining", "schema", ""),
    "export": ("handing", "export", "导出哪一套？写名字、文件夹或年度文件"),
}


def run(arguments: Namespace) -> int:
    """Do what is said, or check the form sets in the folder that is named, which returns 1 or 0."""
    doing = arguments.doing
    if doing == "check":
        return _check(_meant(arguments.what))
    if doing not in DOINGS:
        if doing and (arguments.what is not None or not Path(doing).exists()):
            known = "、".join((*DOINGS, "check"))
            raise CommandError(f"forms 没有“{doing}”这件事，也没有这个文件夹；能做的是 {known}")
        return _check(Path(doing) if doing else None)
    module, function, question = DOINGS[doing]
    if question and not arguments.what:
        raise CommandError(question)
    do: Callable[[Namespace], int] = getattr(
        import_module(f"perf_tui.cli.form_sets.{module}"), function
    )
    return do(arguments)


def _meant(typed: str | None) -> Path | None:
    """Return the path that is to be checked: one that is there, or that of the set so named."""
    if typed is None or "/" in typed or Path(typed).exists():
        return Path(typed) if typed else None
    return find_set(typed, Path()).path


def _check(path: Path | None) -> int:
    """Print the first problems of the form sets at a path. Return 1 if there are any."""
    path = path or next((root for root in ROOTS if root.is_dir()), ROOTS[0])
    if not path.exists():
        raise CommandError(f"没有 {path} 这个文件或文件夹，核对路径")
    problems = check_forms(path)
    for problem in problems[:MOST_SHOWN]:
        echo(str(problem))
    if more := problems[MOST_SHOWN:]:
        echo(f"还有 {len(more)} 处，改好上面的再查")
    if not problems:
        echo(f"{path} 里的表单没有问题")
    return int(bool(problems))
