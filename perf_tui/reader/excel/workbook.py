"""The sheets of an .xlsx (ECMA-376 part 1, SpreadsheetML), in bounded time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from perf_tui.reader.excel import MOST_SHEETS, WANTED
from perf_tui.reader.excel.cells import usable
from perf_tui.reader.excel.formats import Formats
from perf_tui.reader.excel.sheet import MOST_NODES, SheetReader
from perf_tui.reader.excel.strings import Strings
from perf_tui.reader.parts.package import Package
from perf_tui.reader.parts.xml import Attributes, ElementReader, Path, value, whole
from perf_tui.reader.table import Table

MOST_TEXTS = 16 * 2**20  # bytes
MOST_BYTES = 32 * 2**20  # of all sheets together


def workbook_tables(content: bytes) -> tuple[Table, ...]:
    """Return the sheets of an .xlsx that are not hidden, rows and columns as in Excel.

    Raises ReportError for a file that cannot be used. A sheet that is too large for a table of
    targets is left out as long as there are others.
    """
    package = Package(content, WANTED)
    document = package.related("").get("officeDocument", "xl/workbook.xml")
    book = _Book()
    package.read(document, "工作簿", book)
    styles, strings = _Styles(book.formats), Strings()
    related = package.related(document)
    for kind, words, reader in (("styles", "格式", styles), ("sharedStrings", "文字", strings)):
        if kind in related:
            name = related[kind]
            package.read(name, words, reader, most=MOST_TEXTS, most_nodes=MOST_NODES)
    return usable(_readings(package, document, book, strings))


def _readings(
    package: Package, document: str, book: _Book, strings: Strings
) -> Iterator[Callable[[], Table]]:
    """Yield what reads each sheet, as long as they are not too large together."""
    named, left = package.named(document), MOST_BYTES
    for name, ident in book.sheets[:MOST_SHEETS]:
        if part := named.get(ident):
            yield partial(_read, package, part, name, SheetReader(book.formats, strings), left)
            left -= min(left, package.size(part))


def _read(package: Package, part: str, name: str, reader: SheetReader, most: int) -> Table:
    words = f"工作表“{name}”"
    package.read(part, words, reader, most=most, most_nodes=MOST_NODES)
    return reader.cells.table(words)


class _Book(ElementReader):
    """Takes in the names of the sheets and the ids of their parts, but not of hidden sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.formats = Formats()

    def start(self, path: Path, attributes: Attributes) -> None:
        if path[-1] == "workbookPr" and value(attributes, "date1904") in ("1", "true"):
            self.formats.date_from_1904()
        if path[-2:] == ["sheets", "sheet"] and value(attributes, "state", "visible") == "visible":
            self.sheets.append((attributes.get("name", ""), _ident(attributes)))


class _Styles(ElementReader):
    """Takes in the formats of numbers (xl/styles.xml)."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats

    def start(self, path: Path, attributes: Attributes) -> None:
        number = whole(value(attributes, "numFmtId"))
        if path[-1] == "numFmt":
            self.formats.codes[number] = value(attributes, "formatCode")
        elif path[-2:] == ["cellXfs", "xf"]:
            self.formats.styles.append(number)


def _ident(attributes: Attributes) -> str:
    """Return the id of the relation, which has a namespace, and not the sheet's own."""
    return next((text for key, text in attributes.items() if key.endswith("}id")), "")
