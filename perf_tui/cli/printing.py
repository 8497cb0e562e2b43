"""What a command found, for people or for programs."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterable

from perf_tui.cli.output import echo
from perf_tui.showing.glyphs import ASCII, FULL


def print_found(
    arguments: Namespace, found: Callable[[], object], lines: Callable[[], Iterable[str]]
) -> None:
    """Print it as JSON with `--json`, else as lines, with `--ascii` in signs of old consoles.

    Only what is printed is worked out.
    """
    if arguments.json:
        echo(json.dumps(found(), ensure_ascii=False, indent=2))
    else:
        glyphs = ASCII if arguments.ascii else FULL
        echo(glyphs.spell("\n".join(lines())))
