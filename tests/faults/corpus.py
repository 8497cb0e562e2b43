"""Files that nobody should open, made anew every time: huge, endless, deep, torn, not for us."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

from perf_tui.store.toml.parsing import MOST_BYTES

HEAD = b'format = 1\nform = "township"\nyear = 2024\n'
HUGE = MOST_BYTES
DEEP, DIGITS = 100_000, 5_000


def _filled(begin: bytes, again: bytes, end: bytes = b"", size: int = HUGE) -> bytes:
    """A file of nearly `size` bytes."""
    times = (size - len(HEAD) - len(begin) - len(end)) // len(again)
    return HEAD + begin + again * times + end


def _numbered(pattern: bytes) -> bytes:
    return (HEAD + b"".join(pattern % number for number in range(HUGE // len(pattern))))[:HUGE]


# Each must be refused: one line, status 2.
REFUSED = {
    "one byte too many": b"#" * (HUGE + 1),
    "keys": _numbered(b"a%d=1\n"),
    "dotted keys": _numbered(b"a.b%d=1\n"),
    "tables": _numbered(b"[a%d]\n"),
    "tables of tables": _numbered(b"[a.b.c.d.e.f.g.h%d]\n"),
    "arrays of tables": _filled(b"", b"[[a]]\n"),
    "list": _filled(b"a=[", b"1,", b"]"),
    "lists": _filled(b"a=[", b"[],", b"]"),
    "empty texts": _filled(b"a=[", b'"",', b"]"),
    "inline tables": _filled(b"a=[", b"{},", b"]"),
    "dates": _filled(b"a=[", b"2024-01-01,", b"]"),
    "blank lines": _filled(b"", b"\n"),
    "a long name": _filled(b"", b"a", b"=1"),
    "a long number": _filled(b"a=", b"9"),
    "a long fraction": _filled(b"a=0.", b"9"),
    "a long hexadecimal": _filled(b"a=0x", b"f"),
    "a number in pieces": _filled(b"a=", b"1_", b"1"),
    "an open text": _filled(b'a="', b"x"),
    "an open passage": _filled(b'a="""', b"\n"),
    "an open literal": _filled(b"a='", b"x"),
    "quotes": _filled(b"a=", b'"'),
    "backslashes": _filled(b'a="', b"\\"),
    "nothing": b"",
    "zeros": b"\0" * HUGE,
    "noise": bytes(range(256)) * 4096,
    "brackets": HEAD + b"a = " + b"[" * DEEP,
    "brackets, closed": HEAD + b"a = " + b"[" * DEEP + b"]" * DEEP,
    "braces": HEAD + b"a = " + b"{a=" * DEEP,
    "a deep name": HEAD + b".".join([b"a"] * DEEP) + b" = 1",
    "a deep heading": HEAD + b"[" + b".".join([b"a"] * DEEP) + b"]",
    "digits": HEAD + b"[budget]\nexecuted = " + b"9" * DIGITS,
    "an exponent": HEAD + b"[budget]\nexecuted = 1e" + b"9" * 30,
    "hexadecimal digits": HEAD + b"[budget]\nexecuted = 0x" + b"f" * DIGITS,
    "no number": HEAD + b"[budget]\nexecuted = nan",
    "no end": HEAD + b"[budget]\nexecuted = -inf",
    "a list for a number": HEAD + b"[budget]\nexecuted = [1]",
    "a truth for a number": HEAD + b"[budget]\nexecuted = true",
    "a value for a table": HEAD + b"budget = 2024-01-01",
    "a year of no calendar": HEAD.replace(b"2024", b"-1"),
    "a day for a year": HEAD.replace(b"2024", b"2024-01-01"),
    "a way out for a form": HEAD.replace(b"township", b"../../../etc"),
    "a format of the future": HEAD.replace(b"format = 1", b"format = 3"),
    "a format of no time": HEAD.replace(b"format = 1", b"format = 0"),
    "a huge format": HEAD.replace(b"format = 1", b"format = 0x" + b"f" * DIGITS),
    "half an encoding": HEAD + '[unit]\nname = "健龙镇'.encode() + b'\xff"',
    "UTF-16 cut in two": b"\xff\xfe" + HEAD.decode().encode("utf-16-le") + b"\x00",
    "UTF-32": HEAD.decode().encode("utf-32"),
    "a Word file": b"PK\x03\x04" + HEAD,
}
# Each is a year: used, however long its texts are.
USED = {
    "a comment": _filled(b"", b"#"),
    "a passage": _filled(b'[sections]\nduties="""', "履职尽责。".encode(), b'"""'),
    "a passage of numbers": _filled(b'[sections]\nduties="""', b"95.41% ", b'"""'),
    "a passage of scores": _filled(b'[sections]\nduties="', "得分95.41分，优。".encode(), b'"'),
    "a passage of lines": _filled(b'[sections]\nduties="""', b"a\n", b'"""'),
    "a name": _filled(b'[unit]\nname="', "镇".encode(), b'"'),
    "a number as text": _filled(b'[facts]\ncadres_due="', b"9", b'"'),
    "commas in a number": _filled(b'[facts]\ncadres_due="', b"9,", b'"'),
    "blanks before a number": _filled(b'[facts]\ncadres_due="', b" ", b'9"'),
    "numerals": _filled(b'[facts]\ncadres_due="', "万".encode(), b'"'),
    "a reason": _filled(b'[indicators.wellbeing]\nremark="', "万元3.5 ".encode(), b'"'),
    "a date": _filled(b'[unit]\nreport_date="', "2024年".encode(), b'"'),
    "escapes": _filled(b'[sections]\nduties="', b"\\u4e00", b'"'),
    "a large exponent": HEAD + b"[budget]\nexecuted = 1e400",
    "a large negative exponent": HEAD + b"[budget]\nexecuted = 1e-400",
    "dates and times": HEAD + b"[budget]\nexecuted = 2024-01-01T00:00:00Z\ninitial = 07:30:00",
    "no number, unknown": HEAD + b"[plugin]\na = nan\nb = inf",
}


def special_files(folder: Path) -> Iterator[Path]:
    """What has a name and is no file; FIFO and socket are made."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "fifo")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(folder / "socket"))
    (folder / "round").symlink_to("round")
    (folder / "closed").write_bytes(HEAD)
    names = (
        "folder",
        "fifo",
        "socket",
        "round",
        "none",
        "folder/none",
        "closed/inside",
        "长" * 200,
    )
    yield from (folder / name for name in names)
    yield from map(Path, ("/dev/zero", "/dev/stdin", "/dev/tty", "/dev/null", "/proc/self/mem"))
