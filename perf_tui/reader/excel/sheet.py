"""One sheet of an .xlsx: its cells as texts, and which of them are merged."""

from __future__ import annotations

import re

from perf_tui.reader.excel.cells import TRUTH, Cells
from perf_tui.reader.excel.formats import Formats
from perf_tui.reader.excel.strings import PHONETIC, Strings
from perf_tui.reader.parts.xml import Attributes, ElementReader, Path, value, whole

MOST_NODES = 1_000_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


class SheetReader(ElementReader):
    """Takes in a sheet."""

    def __init__(self, formats: Formats, strings: Strings) -> None:
        self._formats, self._strings = formats, strings
        self.cells = Cells()
        self._row = self._column = 0
        self._kind, self._style = "n", 0
        self._pieces: list[str] = []

    def start(self, path: Path, attributes: Attributes) -> bool | None:
        match path[-1]:
            case "row":
                self._row, self._column = whole(attributes.get("r", ""), self._row + 1), 0
            case "c":
                self._begin_cell(attributes)
            case "mergeCell":
                self._merge(value(attributes, "ref"))
            case "f" | "extLst":
                return True
        return path[-1] == PHONETIC

    def end(self, path: Path) -> None:
        if path[-1] == "c":
            self.cells.put(self._row, self._column, self._shown("".join(self._pieces)))

    def text(self, path: Path, text: str) -> None:
        if path[-1] in ("v", "t"):
            self._pieces.append(text)

    def _begin_cell(self, attributes: Attributes) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _number(found[1]) if found else self._column + 1
        self._kind, self._style = attributes.get("t", "n"), whole(attributes.get("s", ""), 0)
        self._pieces = []

    def _shown(self, typed: str) -> str:
        match self._kind:
            case "s":
                return self._strings.at(typed)
            case "n":
                return self._formats.shown(typed, self._style)
            case "b":
                return TRUTH.get(typed, typed)
        return typed

    def _merge(self, reference: str) -> None:
        """Take in what is merged, as in A3:B7."""
        first, last = map(_REFERENCE.fullmatch, f"{reference}:".split(":")[:2])
        if first and last:
            self.cells.add_tall(_number(first[1]), int(first[2]), int(last[2]))


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
