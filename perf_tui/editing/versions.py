"""Two versions of a year beside each other."""

from __future__ import annotations

from typing import NamedTuple

from perf_tui.core.answers.year import Year


class Version(NamedTuple):
    """A year and what it is called beside another version of it."""

    name: str
    year: Year


Versions = tuple[Version, Version]
