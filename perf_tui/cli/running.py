"""Running a command, and what cannot be used as one sentence."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import tell
from perf_tui.cli.usage import UNUSABLE
from perf_tui.core.form.problems import FormError
from perf_tui.store.errors import SaveError, YearError, reason_of


def run(arguments: Namespace) -> int:
    """The exit status of the command; each loads only what it needs."""
    name = arguments.command or "home"
    try:
        status: int = import_module(f"perf_tui.cli.commands.{name}").run(arguments)
    except (CommandError, YearError, SaveError) as error:
        tell(str(error))
    except FormError as error:
        tell(f"表单不能用，{_first(error)}")
    except OSError as error:
        place = f"{error.filename}：" if error.filename else ""
        tell(f"{place}{reason_of(error, '没有这个文件或文件夹，核对路径')}")
    else:
        return status
    return UNUSABLE


def _first(error: FormError) -> str:
    more = len(error.problems) - 1
    return f"{error.problems[0]}" + (
        f"（另有 {more} 处，用 perf-tui forms 看全部）" if more else ""
    )
