"""Which form set is meant by what was typed."""

from __future__ import annotations

from pathlib import Path

from perf_tui.cli.files import CommandError
from perf_tui.core.form.build import FORM_FILE
from perf_tui.core.form.values import is_name
from perf_tui.store.forms.files import ONE_FILE, is_set
from perf_tui.store.forms.finding import find_set


def is_path(typed: str) -> bool:
    """Whether what was typed can only be meant as a path."""
    return not is_name(typed)


def path_of_set(typed: str) -> Path:
    """Return the path of the form set with this name or path.

    Raises FormError if no set has the name, CommandError if none lies at the path.
    """
    if not is_path(typed):
        return find_set(typed, Path()).path
    path = Path(typed)
    if not is_set(path):
        words = f"写放着 {FORM_FILE} 的文件夹，或一个 名字{ONE_FILE} 文件"
        raise CommandError(f"{path} 不是表单，{words}")
    return path
