"""The sheets of an .xls, the format of Excel until 2003 and of WPS ([MS-XLS], BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from functools import partial
from struct import iter_unpack, unpack, unpack_from
from typing import NamedTuple

from perf_tui.reader.excel import MOST_SHEETS, SAVE_AS, WANTED
from perf_tui.reader.excel.cells import TRUTH, Cells, usable
from perf_tui.reader.excel.compound import Compound
from perf_tui.reader.excel.formats import Formats
from perf_tui.reader.excel.records import BEGIN, Record, Texts, records_from
from perf_tui.reader.kinds import LOCKED
from perf_tui.reader.table import Table
from perf_tui.reader.text import ReportError

MOST_BYTES = 16 * 2**20
PRESENT = 0x600  # the version of Excel 97 to 2003
OLDER = f"是 Excel 97 以前的格式，{SAVE_AS}"
VISIBLE, WORKSHEET = 0, 0
TRUTH_VALUE = 1  # the kind of what a formula gave, if it is no number
TORN = (struct.error, ValueError, LookupError)


class _Sheet(NamedTuple):
    start: int
    name: str
    shown: bool


def old_tables(content: bytes) -> tuple[Table, ...]:
    """Return the sheets of an .xls that are not hidden, rows and columns as in Excel.

    Raises ReportError for a file that cannot be used.
    """
    if len(content) > MOST_BYTES:
        raise WANTED.too_much(f"超过 {MOST_BYTES // 2**20} MiB")
    try:
        stream = Compound(content).stream("Workbook", "Book") or b""
        book = _Book(stream)
        return usable(_readings(stream, book))
    except ReportError:
        raise
    except TORN as error:
        raise ReportError(f"文件{WANTED.broken}") from error


def _readings(stream: bytes, book: _Book) -> Iterator[Callable[[], Table]]:
    """Yield what reads each sheet that is shown. None reaches into the next."""
    sheets = sorted(book.sheets)
    ends = [*(sheet.start for sheet in sheets[1:]), len(stream)]
    for sheet, end in zip(sheets, ends, strict=True):
        if sheet.shown:
            yield partial(_read, stream[:end], sheet, book)


def _read(stream: bytes, sheet: _Sheet, book: _Book) -> Table:
    reader = _SheetReader(book)
    for record in records_from(stream, sheet.start):
        reader.take(record)
    return reader.cells.table(f"工作表“{sheet.name}”")


class _Book:
    """What holds for all sheets: their places and names, the texts, the formats."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[_Sheet] = []
        self.texts: list[str] = []
        self.formats = Formats()
        for record in records_from(stream, 0):
            if taking := BOOK.get(record.code):
                taking(self, record)

    def begin(self, record: Record) -> None:
        """Refuse a workbook of an older version, of which the texts have no encoding."""
        if unpack_from("<H", record.data) != (PRESENT,):
            raise ReportError(OLDER)

    def refuse_locked(self, _: Record) -> None:
        """Refuse a workbook with a password."""
        raise ReportError(LOCKED)

    def add_sheet(self, record: Record) -> None:
        """Take in where a sheet begins, its name, and whether it is shown."""
        start, hidden, kind = unpack_from("<IBB", record.data)
        name = Texts(record.pieces, 6).short_text()
        shown = (hidden & 3, kind) == (VISIBLE, WORKSHEET) and len(self.sheets) < MOST_SHEETS
        self.sheets.append(_Sheet(start, name, shown))

    def add_texts(self, record: Record) -> None:
        """Take in the texts that cells share."""
        (count,) = unpack_from("<4xI", record.data)
        texts = Texts(record.pieces, 8)
        self.texts += (texts.text() for _ in range(count))

    def add_format(self, record: Record) -> None:
        """Take in the code of a format."""
        self.formats.codes[unpack_from("<H", record.data)[0]] = Texts(record.pieces, 2).text()

    def add_style(self, record: Record) -> None:
        """Take in which format a style of cells has."""
        self.formats.styles.append(unpack_from("<2xH", record.data)[0])

    def set_dates(self, record: Record) -> None:
        """Take in from when days are counted."""
        if unpack_from("<H", record.data) == (1,):
            self.formats.date_from_1904()


BOOK: dict[int, Callable[[_Book, Record], None]] = {
    BEGIN: _Book.begin,
    0x2F: _Book.refuse_locked,
    0x85: _Book.add_sheet,
    0xFC: _Book.add_texts,
    0x41E: _Book.add_format,
    0xE0: _Book.add_style,
    0x22: _Book.set_dates,
}


class _SheetReader:
    """Takes in the records of a sheet."""

    def __init__(self, book: _Book) -> None:
        self.book = book
        self.cells = Cells()
        self.open = (0, 0)  # the cell of the formula whose text comes in the next record

    def take(self, record: Record) -> None:
        """Take in a record, if it is a cell or says which cells are merged."""
        if taking := SHEET.get(record.code):
            taking(self, record)

    def add_shared(self, record: Record) -> None:
        """Take in a cell with one of the shared texts."""
        row, column, _, index = unpack_from("<HHHI", record.data)
        self._put(row, column, self.book.texts[index])

    def add_text(self, record: Record) -> None:
        """Take in a cell with a text of its own."""
        row, column = unpack_from("<HH", record.data)
        self._put(row, column, Texts(record.pieces, 6).text())

    def add_number(self, record: Record) -> None:
        """Take in a cell with a number."""
        row, column, style, number = unpack_from("<HHHd", record.data)
        self._put_number(row, column, style, number)

    def add_short(self, record: Record) -> None:
        """Take in a cell with a number in four bytes."""
        row, column, style, packed = unpack_from("<HHHI", record.data)
        self._put_number(row, column, style, _unpacked(packed))

    def add_row(self, record: Record) -> None:
        """Take in cells side by side with such numbers."""
        row, first = unpack_from("<HH", record.data)
        for column, (style, packed) in enumerate(iter_unpack("<HI", record.data[4:-2]), first):
            self._put_number(row, column, style, _unpacked(packed))

    def add_formula(self, record: Record) -> None:
        """Take in what a formula gave when it was last computed."""
        row, column, style, kind, value, other = unpack_from("<HHHBxBx2xH", record.data)
        self.open = row, column
        if other != 0xFFFF:
            self._put_number(row, column, style, unpack_from("<6xd", record.data)[0])
        elif kind == TRUTH_VALUE:
            self._put(row, column, TRUTH[str(value)])

    def add_result(self, record: Record) -> None:
        """Take in the text that the formula before gave."""
        self._put(*self.open, Texts(record.pieces).text())

    def add_truth(self, record: Record) -> None:
        """Take in a cell that is true or false, but not one with an error."""
        row, column, value, error = unpack_from("<HH2xBB", record.data)
        if not error:
            self._put(row, column, TRUTH[str(value)])

    def add_tall(self, record: Record) -> None:
        """Take in which cells are merged."""
        for first, last, column, _ in iter_unpack("<4H", record.data[2:]):
            self.cells.add_tall(column + 1, first + 1, last + 1)

    def _put(self, row: int, column: int, text: str) -> None:
        self.cells.put(row + 1, column + 1, text)

    def _put_number(self, row: int, column: int, style: int, number: float) -> None:
        self._put(row, column, self.book.formats.shown(repr(number), style))


SHEET: dict[int, Callable[[_SheetReader, Record], None]] = {
    0xFD: _SheetReader.add_shared,
    **dict.fromkeys((0x204, 0xD6), _SheetReader.add_text),
    0x203: _SheetReader.add_number,
    0x27E: _SheetReader.add_short,
    0xBD: _SheetReader.add_row,
    0x06: _SheetReader.add_formula,
    0x207: _SheetReader.add_result,
    0x205: _SheetReader.add_truth,
    0xE5: _SheetReader.add_tall,
}


def _unpacked(packed: int) -> float:
    """Return a number of 30 bits: the upper ones of a float, or a whole one, perhaps ÷ 100."""
    number: float
    if packed & 2:
        number = unpack("<i", packed.to_bytes(4, "little"))[0] >> 2
    else:
        (number,) = unpack("<d", bytes(4) + (packed & ~3).to_bytes(4, "little"))
    return number / 100 if packed & 1 else number
