"""`perf-tui demo`: sample years to play with."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from perf_tui.cli.commands import open as open_command
from perf_tui.cli.output import err
from perf_tui.store.years.samples import changed_copies, copy_samples


def run(arguments: Namespace) -> int:
    """Copy the samples, say where they are and which copies have been changed, and open 2024."""
    folder = arguments.dir or Path(tempfile.mkdtemp(prefix="perf-tui-demo-"))
    changed = changed_copies(folder)
    arguments.file = copy_samples(folder)
    err(f"示例年度放在 {folder}")
    if changed:
        err(
            f"其中 {'、'.join(changed)} 以前就有，与原来的示例不同，照样打开，没有动它；"
            "要看原来的示例，另选一个文件夹"
        )
    return open_command.run(arguments, resume=False)
