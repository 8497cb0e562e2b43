"""The texts that the cells of a workbook share (xl/sharedStrings.xml)."""

from __future__ import annotations

from perf_tui.reader.parts.xml import Attributes, ElementReader, Path

PHONETIC = "rPh"  # how a text is pronounced, which is no part of it


class Strings(ElementReader):
    """Takes in the texts, each of which may consist of several runs."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []

    def start(self, path: Path, _: Attributes) -> bool:
        if path[-1] == "si":
            self._pieces = []
        return path[-1] == PHONETIC

    def end(self, path: Path) -> None:
        if path[-1] == "si":
            self.texts.append("".join(self._pieces))

    def text(self, path: Path, text: str) -> None:
        if path[-1] == "t":
            self._pieces.append(text)

    def at(self, index: str) -> str:
        """Return the text that a cell names by its index, or nothing if there is none."""
        place = int(index) if index.isdecimal() and len(index) < 9 else len(self.texts)
        return self.texts[place] if place < len(self.texts) else ""
