"""Reading any TOML file in bounded time and memory, or refusing it in one sentence."""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from perf_tui.store.errors import YearError, reason_of
from perf_tui.store.files.encodings import bring
from perf_tui.store.toml.plain import read_plain

MOST_BYTES = 2 * 2**20
# Characters outside of strings and comments: as many as in a hundred years' files, read in a
# fraction of a second.
MOST_BARE = 2**18
DEEPEST = 32

AT_LINE = re.compile(r"at line (\d+)")
# Strings and comments. Possessive, so that an unclosed quote costs no time and no memory.
QUOTED = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*+"{0,5}'''
    r"""|\'\'\'(?:[^']++|'(?!''))*+'{0,5}"""
    r"""|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?|\#[^\n]*+""",
    re.DOTALL,
)
# Only from the beginning of a name: tried at every letter of a long one, it would take for ever.
LONG_KEY = re.compile(rf'(?<![\w-])(?:(?:[\w-]++|"")\s*+\.\s*+){{{DEEPEST}}}')
# Python reads such a number however long it is, but refuses to format it.
LONG_NUMBER = re.compile(r"0[xob]\w{200}")
# What Python refuses to read: too many digits, or too large an exponent.
HUGE_NUMBER = re.compile(r"\d[\d_]{4000}|\d[eE][+-]?\d{8}")
BRACKET = re.compile(r"[\[\]{}]")
KEY = re.compile(r"[ \t]*([\w.-]+)[ \t]*=", re.ASCII)
Branch = dict[str, Any] | list[Any]
TOO_LONG = "长得离谱的数，改短再打开"
TOO_DEEP = "括号或名字套得太深，不是本程序存的文件，换一个文件"


def read_content(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a regular file of at most `most` bytes.

    Raises YearError, without waiting, for anything else and for a file that cannot be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise YearError("这是文件夹，写上里面的文件名")
        # Reading a pipe would wait for ever.
        if not stat.S_ISREG(mode):
            raise YearError("不是普通文件，换一个文件")
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise YearError(f"打不开，{reason_of(error, '没有这个文件，核对文件名')}") from error
    if len(content) > most:
        raise YearError(f"超过 {most // 2**20} MiB，用不到这么大，换一个文件")
    return content


def parse_toml(content: bytes) -> dict[str, Any]:
    """Parse the bytes of a file; numbers become int and Decimal. YearError names the line."""
    text = _decoded(content)
    table = read_plain(text)
    return _parsed(text) if table is None else table


def _parsed(text: str) -> dict[str, Any]:
    bare = QUOTED.sub('""', text)
    _check_bare(text, bare)
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        place = f"第 {found[1]} 行" if found else "最后一行"
        raise YearError(f"{place}读不下去，检查那里的引号、等号、括号和重复的名字") from error
    except (ValueError, ArithmeticError) as error:
        places = (_key_at(text, bare, found.start()) for found in HUGE_NUMBER.finditer(bare))
        raise YearError(f"{next(places, '里面有')}{TOO_LONG}") from error
    if _deeper_than(DEEPEST, table):
        raise YearError(TOO_DEEP)
    return table


def text_with_comments(content: bytes) -> str:
    """Return the text of a valid TOML file, or an empty string if there is no comment in it."""
    text = bring(content).content.decode() if b"#" in content else ""
    return text if any(found[0].startswith("#") for found in QUOTED.finditer(text)) else ""


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YearError(f"第 {line} 行不是 UTF-8 编码，用编辑器另存为 UTF-8 再打开") from error


def _check_bare(text: str, bare: str) -> None:
    """Raise YearError for what makes tomllib recurse deeply or use unbounded time and memory.

    `bare` is the text with two quotes in place of every string and comment.
    """
    deep = _too_deep_at(bare)
    if deep is not None:
        raise YearError(f"第 {_line_at(text, deep)} 行{TOO_DEEP}")
    if found := LONG_NUMBER.search(bare):
        raise YearError(f"{_key_at(text, bare, found.start())}{TOO_LONG}")
    if len(bare) > MOST_BARE:
        raise YearError("引号以外的内容多得离谱，不是本程序存的文件，换一个文件")


def _too_deep_at(bare: str) -> int | None:
    """Return where too many brackets are open or a name has too many steps, or None."""
    depth = 0
    for number, bracket in enumerate(BRACKET.findall(bare)):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return next(islice(BRACKET.finditer(bare), number, None)).start()
    found = LONG_KEY.search(bare)
    return found.start() if found else None


def _key_at(text: str, bare: str, offset: int) -> str:
    """Return the beginning of a sentence with the line at `offset` and the key, if it has one."""
    key = KEY.match(bare, bare.rfind("\n", 0, offset) + 1)
    return f"第 {_line_at(text, offset)} 行" + (f"的 {key[1]} 是" if key else "有")


def _line_at(text: str, offset: int) -> int:
    """Return the line in `text` of an offset that was counted in the bare text."""
    for found in QUOTED.finditer(text):
        if found.start() >= offset:
            break
        offset += len(found[0]) - 2
    return text.count("\n", 0, offset) + 1


def _deeper_than(levels: int, table: dict[str, Any]) -> bool:
    """Return whether tables and lists are nested more than so many levels deep.

    The table that was read is counted, not the text: a file may spread over headers and keys what
    is saved as one key, and whatever is read here must be readable again once it is saved.
    """
    level: list[Branch] = [table]
    for _ in range(levels):
        level = [
            inner for outer in level for inner in _values(outer) if isinstance(inner, dict | list)
        ]
    return bool(level)


def _values(branch: Branch) -> Iterable[object]:
    return branch.values() if isinstance(branch, dict) else branch
