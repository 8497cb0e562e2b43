"""`perf-tui demo`: the sample years to play with."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from pathlib import Path

from perf_tui.cli.commands import open as open_command
from perf_tui.cli.output import tell
from perf_tui.store.samples import copy_samples


def run(arguments: Namespace) -> int:
    """Copy the samples, say where they are, and open 2024."""
    folder = arguments.dir or Path(tempfile.mkdtemp(prefix="perf-tui-demo-"))
    arguments.file = copy_samples(folder)
    tell(f"示例年度放在 {folder}")
    return open_command.run(arguments, resume=False)
