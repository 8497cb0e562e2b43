"""Running a command, with every error told in one sentence."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import err
from perf_tui.cli.usage import UNUSABLE
from perf_tui.core.form.problems import FormError
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError, YearError, reason_of

# Commands whose module cannot have their name.
MODULES = {None: "years", "import": "import_report"}


def run(arguments: Namespace) -> int:
    """Run the command and return its exit status, `UNUSABLE` after an error.

    Only the module of this command is imported.
    """
    name = MODULES.get(arguments.command, arguments.command)
    try:
        status: int = import_module(f"perf_tui.cli.commands.{name}").run(arguments)
    except (CommandError, RefusedError, YearError, SaveError) as error:
        err(str(error))
    except FormError as error:
        err(f"表单不能用，{_first(error)}")
    except OSError as error:
        place = f"{error.filename}：" if error.filename else ""
        err(f"{place}{reason_of(error, '没有这个文件或文件夹，核对路径')}")
    except Exception as error:  # noqa: BLE001 — a bug ends in a sentence, too
        err(_of_bug(error))
    else:
        return status
    return UNUSABLE


def _of_bug(error: Exception) -> str:
    from perf_tui.store.user.trouble import keep_report

    report = keep_report(error)
    kept = f"；出错的经过记在 {report}" if report else ""
    return f"程序出了错，停下了{kept}"


def _first(error: FormError) -> str:
    more = len(error.problems) - 1
    return f"{error.problems[0]}" + (
        f"（另有 {more} 处，用 perf-tui forms 看全部）" if more else ""
    )
