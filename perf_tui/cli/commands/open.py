"""`perf-tui open`: the editor on a year's file."""

from __future__ import annotations

from argparse import Namespace

from perf_tui.cli.terminal import require_terminal


def run(arguments: Namespace, *, resume: bool = True) -> int:
    """Edit a file, where it was last left; the editor's own exit status."""
    require_terminal()
    from perf_tui.tui.run import run_editor

    return run_editor(
        arguments.file, ascii_only=arguments.ascii, theme=arguments.theme, resume=resume
    )
