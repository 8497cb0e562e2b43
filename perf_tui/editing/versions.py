"""Two versions of a year side by side."""

from __future__ import annotations

from typing import NamedTuple

from perf_tui.core.answers.year import Year


class Version(NamedTuple):
    """A year, and what this version of it is called."""

    name: str
    year: Year


Versions = tuple[Version, Version]
