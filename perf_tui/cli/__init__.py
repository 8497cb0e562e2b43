"""The command line. Data go to stdout, messages to stderr.

The exit status is 0 for success, 1 for errors found, 2 for unusable input, 130 for an interrupt.
"""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.cli.output import close_output, prepare_output
from perf_tui.cli.parser import parse
from perf_tui.cli.utf_8 import ensure_utf_8

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status. `argv` defaults to the arguments of the process."""
    if argv is None:
        ensure_utf_8()
    prepare_output()
    try:
        arguments = parse(argv)
        from perf_tui.cli.running import run  # not needed for help and usage

        return run(arguments)
    except SystemExit as leaving:  # argparse raises it after help, version and usage errors
        return int(leaving.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        close_output()
