"""Converting a file that another program has written: its encoding and its line ends."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from perf_tui.store.errors import YearError

MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A Chinese character in UTF-8. GBK text hardly ever has such bytes, damaged UTF-8 nearly always.
CHINESE = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
AS_UTF_8 = "用编辑器另存为 UTF-8 再打开"


class Brought(NamedTuple):
    """UTF-8 without a byte order mark and with line feeds; `converted` says what was converted."""

    content: bytes
    converted: tuple[str, ...]


def bring(content: bytes) -> Brought:
    """Convert the bytes of a file to UTF-8 with line feeds.

    They may be UTF-8, UTF-16 with a byte order mark, GBK or GB18030. Raises YearError with the line
    if they are none of these.
    """
    name, text = _decoded(content)
    converted = [name] if name else []
    if text.startswith("\ufeff"):
        converted, text = converted or ["带 BOM 的 UTF-8"], text[1:]
    if "\r\n" in text:
        converted.append("Windows 换行")
        text = text.replace("\r\n", "\n")
    # Unless something was converted, the very same bytes, so that a checksum shows every change.
    return Brought(text.encode(), tuple(converted)) if converted else Brought(content, ())


def _decoded(content: bytes) -> tuple[str, str]:
    """Return the name of the encoding, empty for UTF-8, and the text."""
    for mark, codec in MARKS:
        if content.startswith(mark):
            return "UTF-16", _strictly(content, codec, "UTF-16")
    try:
        return "", content.decode()
    except UnicodeDecodeError:
        if _meant_as_utf_8(content):
            return "", _strictly(content, "utf-8", "UTF-8")
    try:
        return "GBK", content.decode("gbk")
    except UnicodeDecodeError:
        return "GB18030", _strictly(content, "gb18030", "UTF-8，也不是 GBK")


def _meant_as_utf_8(content: bytes) -> bool:
    """Return whether most bytes beyond ASCII are Chinese in UTF-8, so that only a few are damaged.

    Read as GBK, such a file would give other characters that look as if somebody had typed them.
    """
    good = sum(map(len, CHINESE.findall(content)))
    return 2 * good > len(BEYOND_ASCII.findall(content))


def _strictly(content: bytes, codec: str, meant: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "ignore").count("\n") + 1
        raise YearError(f"第 {line} 行不是 {meant} 编码，{AS_UTF_8}") from error
