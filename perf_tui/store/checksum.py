"""The seal of a file: any change to any byte of it breaks it."""

from __future__ import annotations

import re
from hashlib import sha256

LINE = re.compile(rb'^checksum = "([^"\n]*)"', re.MULTILINE)


def sealed(content: bytes) -> bytes:
    """The same file with its digest in the checksum line."""
    return LINE.sub(b'checksum = "%s"' % _digest(content), content, count=1)


def intact(content: bytes) -> bool:
    """Whether a file is as it was sealed; one without a seal is not."""
    found = LINE.search(content)
    return found is not None and found[1] == _digest(content)


def _digest(content: bytes) -> bytes:
    empty = LINE.sub(b'checksum = ""', content, count=1)
    return sha256(empty).hexdigest().encode()
