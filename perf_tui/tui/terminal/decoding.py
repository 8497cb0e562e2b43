"""Characters from bytes in UTF-8, and in GBK, to which a terminal may still be set."""

from __future__ import annotations

# The bytes of a character in GBK. The second one may look like ASCII, but not like a digit.
LEADING, TRAILING, BEYOND_ASCII = range(0x81, 0xFF), range(0x40, 0x7F), range(0x80, 0xFF)


def readable(run: bytes) -> tuple[str, bool]:
    """Return the characters at the beginning of a run, and whether it ends within the next one."""
    try:
        return run.decode(), False
    except UnicodeDecodeError as error:
        begun = error.end == len(run) and error.reason == "unexpected end of data"
        return run[: error.start].decode(), begun


def foreign(run: bytes, *, at_once: bool) -> int | None:
    """Return how many bytes to drop from a run that does not begin with a character of UTF-8.

    Return None if a pair of GBK could also contain the beginning of a character in UTF-8.
    `at_once` means that the bytes came together, as an input method sends them.
    """
    length = next(n for n in range(1, 5) if n >= len(run) or not readable(run[: n + 1])[1])
    if length > 1 or len(run) < 2 or run[0] not in LEADING:
        return length
    if run[1] in BEYOND_ASCII:
        text, begun = readable(run[1:])
        return 1 if text else None if begun else 2
    return 2 if at_once and run[1] in TRAILING else 1


def pasted_text(sent: bytes) -> tuple[str, bool]:
    """Return the text of a paste, and whether it is UTF-8.

    Otherwise it is read as GBK, or, if it is neither, with replacement characters.
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return sent.decode(encoding), encoding == "utf-8"
        except UnicodeDecodeError:
            continue
    return sent.decode("utf-8", "replace"), False
