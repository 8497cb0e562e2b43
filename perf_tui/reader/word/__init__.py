"""A Word file as lines: its text with the numbers of its lists, and nothing from its margins.

One line is a paragraph or a row of a table. Headers, footers, footnotes and comments lie in parts
of their own, which are not opened.
"""

from __future__ import annotations

from typing import TypeVar

from perf_tui.reader.kinds import REPORT, Wanted
from perf_tui.reader.parts.package import Package
from perf_tui.reader.text import cleaned
from perf_tui.reader.word.body import Body
from perf_tui.reader.word.counting import Counting
from perf_tui.reader.word.lists import Lists
from perf_tui.reader.word.styles import Styles

MOST_TEXT = 16 * 2**20  # bytes of the part with the text


AnyBody = TypeVar("AnyBody", bound=Body)


def word_lines(content: bytes) -> tuple[str, ...]:
    """Return the lines of a .docx. Raises ReportError for a file that cannot be used.

    The cells of a row are separated by tabs, and a text box comes behind the paragraph that holds
    it. Tracked changes are read as if accepted.
    """
    return cleaned(read_body(content, Body).lines())


def read_body(content: bytes, kind: type[AnyBody], wanted: Wanted = REPORT) -> AnyBody:
    """Return a reader of the text of a .docx that has taken it in.

    Raises ReportError for a file that cannot be used.
    """
    package = Package(content, wanted)
    document = package.document()
    related = package.related(document)
    styles, lists = Styles(), Lists()
    for part, words, reader in (("styles", "样式", styles), ("numbering", "编号", lists)):
        if part in related:
            package.read(related[part], words, reader)
    body = kind(Counting(lists, styles))
    package.read(document, "正文", body, most=MOST_TEXT)
    return body
