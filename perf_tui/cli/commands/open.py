"""`perf-tui open`: the editor on a year's file, or the prompts if nothing can be drawn."""

from __future__ import annotations

import gc
from argparse import Namespace

from perf_tui.cli.ended import tell_ended
from perf_tui.cli.terminal import is_dumb, require_terminal


def run(arguments: Namespace, *, resume: bool = True) -> int:
    """Edit a file, with `resume` from where it was last left. Return the exit status."""
    if is_dumb():
        from perf_tui.cli.commands import fill

        return fill.run(arguments)
    require_terminal()
    # Collecting garbage while everything is loaded costs a tenth of the start. The application
    # turns it on again once its first frame is drawn.
    gc.disable()
    from perf_tui.tui.apps.run import run_editor

    ended = run_editor(
        arguments.file, ascii_only=arguments.ascii, theme=arguments.theme, resume=resume
    )
    return tell_ended(ended)
