"""A file as other programs write it – another encoding, other line ends – brought to our own."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from perf_tui.store.errors import YearError

MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Chinese as UTF-8: three bytes each. GBK hardly ever looks like that, a damaged file mostly does.
CHINESE = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
AS_UTF_8 = "用编辑器另存为 UTF-8 再打开"


class Brought(NamedTuple):
    """UTF-8 without a mark, its lines ended by a line feed; `told` is what it was, in words."""

    content: bytes
    told: tuple[str, ...]


def bring(content: bytes) -> Brought:
    """The content as our own; YearError names the line that no encoding fits.

    Known are UTF-8, UTF-16 with its mark, GBK and, if that does not do, GB18030.
    """
    name, text = _decoded(content)
    told = [name] if name else []
    if text.startswith("\ufeff"):
        told, text = told or ["带 BOM 的 UTF-8"], text[1:]
    if "\r\n" in text:
        told.append("Windows 换行")
        text = text.replace("\r\n", "\n")
    # Untouched where nothing was done: half the damage that a checksum tells is in single bits.
    return Brought(text.encode(), tuple(told)) if told else Brought(content, ())


def _decoded(content: bytes) -> tuple[str, str]:
    """The encoding's name, "" for UTF-8, and the text."""
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
    """Whether most of what is beyond ASCII is Chinese in UTF-8, so that only a few bytes are not.

    Read as GBK it would become other characters, and look as if somebody had typed them.
    """
    good = sum(map(len, CHINESE.findall(content)))
    return 2 * good > len(BEYOND_ASCII.findall(content))


def _strictly(content: bytes, codec: str, meant: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "ignore").count("\n") + 1
        raise YearError(f"第 {line} 行不是 {meant} 编码，{AS_UTF_8}") from error
