"""A Word file as lines: its text with the numbers of its lists, and nothing from its margins.

One line is a paragraph or a row of a table. Headers, footers, footnotes and comments lie in parts
of their own, which are not opened.
"""

from __future__ import annotations

from perf_tui.reader.text import cleaned
from perf_tui.reader.word.body import Body
from perf_tui.reader.word.counting import Counting
from perf_tui.reader.word.lists import Lists
from perf_tui.reader.word.package import Package
from perf_tui.reader.word.styles import Styles
from perf_tui.reader.word.xml import walk

MOST_TEXT = 16 * 2**20  # bytes of the part with the text


def word_lines(content: bytes) -> tuple[str, ...]:
    """Return the lines of a .docx. Raises ReportError for a file that cannot be used.

    The cells of a row are separated by tabs, and a text box comes behind the paragraph that holds
    it. Tracked changes are read as if accepted.
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
