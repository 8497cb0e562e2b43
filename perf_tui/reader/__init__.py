"""Reports of any origin as numbered lines: Word files and plain text."""

from __future__ import annotations

from collections.abc import Callable

from perf_tui.reader.kinds import is_package, refuse_others
from perf_tui.reader.text import ReportError, ReportText, plain_lines

MOST_BYTES = 32 * 2**20  # bytes of a Word file with its pictures
MOST_PLAIN = 4 * 2**20  # bytes of a text file
Decode = Callable[[bytes], tuple[str, tuple[str, ...]]]

__all__ = ["MOST_BYTES", "ReportError", "ReportText", "read_text"]


def read_text(content: bytes, decode: Decode) -> ReportText:
    """Return the lines of a report, whose kind is known by its content and not by its name.

    `decode` returns the text of a plain file and, in words, what it was converted from. Raises
    ReportError for a file that cannot be used, and whatever `decode` raises.
    """
    if is_package(content):
        from perf_tui.reader.word import word_lines  # plain text needs nothing of it

        return ReportText(word_lines(content))
    refuse_others(content)
    if len(content) > MOST_PLAIN:
        most = MOST_PLAIN // 2**20
        raise ReportError(f"超过 {most} MiB，纯文本的报告用不到这么大，换一个文件")
    text, converted = decode(content)
    return ReportText(plain_lines(text), converted)
