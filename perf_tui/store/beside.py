"""The program's own files beside a year's file, each named after it: `.2024.toml.journal`."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from pathlib import Path


def beside(path: Path, what: str) -> Path:
    """Where a file of the program's own lies; a link has those of the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.{what}")


def put_aside(path: Path) -> Path:
    """Give a file a name at which nothing looks for it, and nothing removes it; the new path."""
    names = (path.with_name(f"{path.name}.{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    path.rename(aside)
    return aside


def digest_of(content: bytes) -> str:
    """What tells one version of a file from every other."""
    return sha256(content).hexdigest()
