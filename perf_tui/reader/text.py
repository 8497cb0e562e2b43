"""A report as lines of text, whatever it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.numbers import clean_text

# A report has some hundred lines. These bounds limit the time that reading may take.
MOST_LINES, MOST_CHARACTERS, LONGEST_LINE = 5_000, 100_000, 10_000
LINE_END = re.compile(r"\r\n|\r|\n")


class ReportError(ValueError):
    """A report that cannot be used. Its one sentence for the user leaves out the file name."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """The lines of a report: line n is `lines[n - 1]`.

    `converted` names, in words, what the file was converted from, and is empty if it was not.
    """

    lines: tuple[str, ...]
    converted: tuple[str, ...] = ()


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text file, numbered as an editor numbers them.

    Only line feeds and the line ends of Windows and the old Macintosh end a line. Raises
    ReportError for binary content and for a text far longer than a report.
    """
    if "\0" in text:
        raise ReportError("不是纯文本（里面有空字符），用编辑器另存为 UTF-8 的 .txt 再用")
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise too_many_lines()
    lines = LINE_END.split(text)
    return cleaned(lines if lines[-1] else lines[:-1])


def cleaned(lines: Iterable[str]) -> tuple[str, ...]:
    """Return as many lines, without control and invisible characters except tabs.

    Raises ReportError if there is no text, or far more than a report has.
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
    """Return the refusal of a text with more lines than any report."""
    return ReportError(f"超过 {MOST_LINES} 行，不像一份报告，换一个文件")


def _clean(line: str) -> str:
    """Return a line without control characters. Form feeds and the like become spaces."""
    if line.isprintable():
        return line
    return "\t".join(clean_text(part).replace("\n", " ") for part in line.split("\t"))
