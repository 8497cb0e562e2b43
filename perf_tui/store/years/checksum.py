"""The checksum in a year's file, which a change to any byte of the file breaks."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

LINE = re.compile(rb'^checksum = "([^"\n]*)"', re.MULTILINE)


def sealed(content: bytes) -> bytes:
    """Return the bytes of a file with the digest filled into their checksum line."""
    return LINE.sub(b'checksum = "%s"' % _digest(content), content, count=1)


def intact(content: bytes) -> bool:
    """Return whether the bytes have a checksum and it fits."""
    found = LINE.search(content)
    return found is not None and found[1] == _digest(content)


def altered_words(path: Path) -> str:
    """Return what is said of a file with a wrong checksum, where nobody can be asked."""
    return f"注意：{path} 在程序之外改动过，核对无误再用结果"


def _digest(content: bytes) -> bytes:
    empty = LINE.sub(b'checksum = ""', content, count=1)
    return sha256(empty).hexdigest().encode()
