"""The form sets that come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.core.form.problems import FormError, Problem, nearest, shown
from perf_tui.store.forms.files import is_set

PACKAGE = Path(__file__).parents[2]
# Forms travel inside the installed package; in a checkout they lie beside it.
ROOTS = (PACKAGE / "data" / "forms", PACKAGE.parent / "forms")


class UnknownFormError(FormError):
    """There is no form set of a name."""


def root() -> Path:
    """Return the folder of the installed form sets, which may be missing."""
    return next((root for root in ROOTS if root.is_dir()), ROOTS[0])


def installed_sets() -> dict[str, Path]:
    """Return the folders of the installed form sets by their names."""
    return {path.name: path for path in sorted(root().glob("*/")) if is_set(path)}


def is_installed(name: str) -> bool:
    """Whether there is a form set of this name beside the program."""
    return name in installed_sets()


def form_folder(name: str) -> Path:
    """Return the folder of the form of this name; UnknownFormError has the known names if none."""
    known = installed_sets()
    if name in known:
        return known[name]
    raise unknown(name, known)


def unknown(name: str, known: Iterable[str]) -> UnknownFormError:
    """Return the error that there is no form set of this name among those known."""
    known = tuple(dict.fromkeys(known))
    names = "、".join(known) or "（一套也没有）"
    message = f"没有这套表单{nearest(name, known)}，现有的是 {names}"
    return UnknownFormError([Problem(shown(name), "", message)])
