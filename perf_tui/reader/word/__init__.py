"""A Word file as lines: its text with the numbers of its lists, and nothing from its margins.

One line is a paragraph or a table's row. Headers, footers, footnotes and comments are in parts of
their own, which are not even opened.
"""

from __future__ import annotations

from perf_tui.reader.text import cleaned
from perf_tui.reader.word.body import Body
from perf_tui.reader.word.counting import Counting
from perf_tui.reader.word.lists import Lists
from perf_tui.reader.word.package import Package
from perf_tui.reader.word.styles import Styles
from perf_tui.reader.word.xml import walk

MOST_TEXT = 16 * 2**20  # bytes


def word_lines(content: bytes) -> tuple[str, ...]:
    """The lines of a .docx; ReportError where it cannot be used.

    Cells of a row are parted by tabs; a text box comes behind the paragraph that holds it; of
    tracked changes what is meant to stay.
    """
    package = Package(content)
    document = package.document()
    related = package.related(document)
    styles, lists = Styles(), Lists()
    for kind, words, reader in (("styles", "样式", styles), ("numbering", "编号", lists)):
        if kind in related:
            walk(package.pieces(related[kind], words), words, reader)
    body = Body(Counting(lists, styles))
    walk(package.pieces(document, "正文", MOST_TEXT), "正文", body)
    return cleaned(body.lines())
