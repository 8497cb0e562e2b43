"""A part's XML, element by element. No tree is built, so that memory stays flat.

Expat is used instead of lxml. Fed piece by piece it needs the memory of one element, however many
there are (a tree of half a million takes 65 MB and more), and it returns text in one piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn, TypeAlias
from xml.parsers import expat

from perf_tui.reader.kinds import REPORT, Wanted
from perf_tui.reader.text import ReportError

Path: TypeAlias = Sequence[str]
Attributes: TypeAlias = Mapping[str, str]

# Elements and attributes. A report of 6 000 characters by this program has 6 500. One of 120 000
# characters by Word, with new formatting at every tenth character, reaches this bound.
MOST_NODES = 150_000
DEEPEST = 200  # elements inside each other
LONGEST_NUMBER = 9  # digits
LONGEST = 2**20  # bytes in which no element ends or begins and no text comes
# Namespace → the prefix of its elements here. The second of each pair is that of strict files.
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}


class ElementReader:
    """Takes in what a part holds. `path` names the open elements, the innermost last."""

    def start(self, path: Path, attributes: Attributes) -> bool | None:
        """Take in the start of an element. True leaves it out with all it holds."""

    def end(self, path: Path) -> None:
        """Take in the end of an element that was not left out."""

    def text(self, path: Path, text: str) -> None:
        """Take in text directly in an element, or a piece of it."""


def walk(
    pieces: Iterable[bytes],
    part: str,
    reader: ElementReader,
    wanted: Wanted = REPORT,
    most_nodes: int = MOST_NODES,
) -> None:
    """Read a part to its end. Raises ReportError, which calls it `part`, if it is unusable."""
    walker = _Walker(part, reader, wanted, most_nodes)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = walker.refuse_definitions
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            walker.check_silence(len(piece))
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:  # the latter for an encoding nobody knows
        raise ReportError(f"{part}读不下去，文件坏了；还能打开的话，{wanted.save_as}") from error


def value(attributes: Attributes, name: str, default: str = "") -> str:
    """Return an attribute in any namespace, or the default if there is none."""
    ending = f"}}{name}"
    for key, found in attributes.items():
        if key == name or key.endswith(ending):
            return found
    return default


def whole(text: str, default: int = 0) -> int:
    """Return a whole number as files write it, or the default for anything else."""
    good = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if good else default


class _Walker:
    def __init__(self, part: str, reader: ElementReader, wanted: Wanted, most_nodes: int) -> None:
        self.part, self.reader, self.wanted, self.most_nodes = part, reader, wanted, most_nodes
        self.path: list[str] = []
        self.names: dict[str, str] = {}
        self.nodes = self.left_out = self.silent = 0

    def refuse_definitions(self, *_: object) -> NoReturn:
        """Refuse document type definitions. Word writes none, and attacks begin with them."""
        what = f"{self.part}里有不该有的定义（DOCTYPE）"
        raise ReportError(f"{what}，不是 {self.wanted.program} 存的，{self.wanted.save_as}")

    def check_silence(self, size: int) -> None:
        """Refuse an element of many MB, which would be held in memory as a whole."""
        self.silent += size
        if self.silent > LONGEST:
            raise self.wanted.too_much(f"{self.part}里有长得离谱的一段")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.silent = 0
        self.nodes += 1 + len(attributes)
        if self.nodes > self.most_nodes:
            raise self.wanted.too_much(f"{self.part}超过 {self.most_nodes // 10_000} 万个元素")
        if len(self.path) + self.left_out > DEEPEST:
            what = f"{self.part}套得太深（超过 {DEEPEST} 层）"
            raise ReportError(f"{what}，{self.wanted.save_as}")
        if self.left_out:
            self.left_out += 1
            return
        self.path.append(self.names.get(name) or self.names.setdefault(name, _short(name)))
        if self.reader.start(self.path, attributes):
            self.left_out = 1

    def end(self, _: str) -> None:
        self.silent = 0
        if self.left_out:
            self.left_out -= 1
        else:
            self.reader.end(self.path)
        if not self.left_out:
            self.path.pop()

    def text(self, text: str) -> None:
        self.silent = 0
        if not self.left_out:
            self.reader.text(self.path, text)


def _short(name: str) -> str:
    """Return p for w:p and m:t for text in a formula. Other names keep their namespace."""
    space, _, local = name.rpartition("}")
    return PREFIXES[space] + local if space in PREFIXES else name
