"""A report as lines of text, whatever it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.numbers import clean_text

# A report has some hundred lines; everything that reads them may take its time on each.
MOST_LINES, MOST_CHARACTERS, LONGEST_LINE = 5_000, 100_000, 10_000
LINE_END = re.compile(r"\r\n|\r|\n")


class ReportError(ValueError):
    """A report that cannot be used: one sentence with the way out, without the file's name."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """Line n is `lines[n - 1]`; `told` is what the file was, where it had to be converted."""

    lines: tuple[str, ...]
    told: tuple[str, ...] = ()


def plain_lines(text: str) -> tuple[str, ...]:
    """The lines of a text file, numbered as an editor numbers them.

    Line feeds, Windows' and the old Macintosh's line ends part them, and nothing else does.
    """
    if "\0" in text:
        raise ReportError("不是纯文本（里面有空字符），用编辑器另存为 UTF-8 的 .txt 再用")
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise too_many_lines()
    lines = LINE_END.split(text)
    return cleaned(lines if lines[-1] else lines[:-1])


def cleaned(lines: Iterable[str]) -> tuple[str, ...]:
    """As many lines, without what nobody can see and a terminal would obey; tabs stay.

    ReportError where there is nothing to read, or far more than a report has.
    """
    made = tuple(_clean(line) for line in lines)
    if len(made) > MOST_LINES:
        raise too_many_lines()
    if sum(map(len, made)) > MOST_CHARACTERS:
        raise ReportError(f"文字超过 {MOST_CHARACTERS // 10_000} 万字，不像一份报告，换一个文件")
    for number, line in enumerate(made, 1):
        if len(line) > LONGEST_LINE:
            raise ReportError(f"第 {number} 行超过 {LONGEST_LINE} 字，分成几行再用")
    if not any(map(str.strip, made)):
        raise ReportError("里面没有文字（也许是扫描的图片），换成有文字的报告")
    return made


def too_many_lines() -> ReportError:
    """The refusal of what has more lines than any report."""
    return ReportError(f"超过 {MOST_LINES} 行，不像一份报告，换一个文件")


def _clean(line: str) -> str:
    """Form feeds and the like part words, not lines."""
    if line.isprintable():
        return line
    return "\t".join(clean_text(part).replace("\n", " ") for part in line.split("\t"))
