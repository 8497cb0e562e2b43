"""The command line: data on stdout, talk on stderr; 0 done, 1 errors found, 2 unusable input."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.cli.output import close_output, prepare_output
from perf_tui.cli.parser import parse
from perf_tui.cli.utf_8 import ensure_utf_8

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status; argv is the process's own by default."""
    if argv is None:
        ensure_utf_8()
    prepare_output()
    try:
        arguments = parse(argv)
        from perf_tui.cli.running import run  # help and usage need nothing of it

        return run(arguments)
    except SystemExit as leaving:  # argparse ends help, version and usage errors so
        return int(leaving.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        close_output()
