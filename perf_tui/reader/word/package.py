"""The parts of a Word file (ECMA-376 part 2: a zip file), read in bounded time and memory.

No size stated in the file is trusted, and nothing is unpacked to disk. A part's name is only looked
up among the names in the file.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from perf_tui.reader.kinds import PACKAGES, SAVE_AS, no_word
from perf_tui.reader.text import ReportError
from perf_tui.reader.word.xml import Attributes, ElementReader, Path, value, walk

PIECE = 2**16  # bytes
MOST_AT_ONCE = 2**18  # bytes; the list of parts is all that is read at once
MOST_BYTES = 4 * 2**20  # bytes of a part
BROKEN = f"不完整或坏了，重新复制一份；还能打开的话，{SAVE_AS}"
LOCKED = "加了密码，去掉密码再用"
ENCRYPTED = 0x1  # a part's flag
# All errors that zipfile and zlib raise for damaged files.
TORN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, ArithmeticError, LookupError, NotImplementedError),
)


class _Bounded(BytesIO):
    """The file as zipfile sees it, with a bound on what it reads at once: the list of parts."""

    def read(self, size: int | None = -1, /) -> bytes:
        content = super().read(size)
        if len(content) > MOST_AT_ONCE:
            raise ReportError("里面的部件多得离谱，不像 Word 文件，换一个文件")
        return content


class Package:
    """A Word file's parts by their names, in lower case because the standard ignores case.

    Raises ReportError for a damaged file, one with too many parts, or two of one name.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self.archive = ZipFile(_Bounded(content))
        except ReportError:
            raise
        except TORN as error:
            raise ReportError(f"文件{BROKEN}") from error
        parts = self.archive.infolist()
        self.parts = {part.filename.lstrip("/").lower(): part for part in parts}
        if len(self.parts) < len(parts):
            raise ReportError(f"里面有同名的部件，{SAVE_AS}")

    def pieces(self, name: str, words: str, most: int = MOST_BYTES) -> Iterator[bytes]:
        """Yield the content of a part.

        Raises ReportError, which calls the part by `words`, if it is missing, damaged, encrypted,
        or longer than `most` bytes.
        """
        part, size = self.parts.get(name), 0
        if part is None:
            raise ReportError(f"{words}{BROKEN}")
        if part.flag_bits & ENCRYPTED:
            raise ReportError(LOCKED)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ReportError(f"{words}的压缩方式不认识，{SAVE_AS}")
        for piece in self._unpacked(part, words):
            size += len(piece)
            if size > most:
                raise ReportError(f"{words}超过 {most // 2**20} MiB，不像一份报告，换一个文件")
            yield piece

    def _unpacked(self, part: ZipInfo, words: str) -> Iterator[bytes]:
        try:
            with self.archive.open(part) as file:
                while piece := file.read(PIECE):
                    yield piece
        except TORN as error:
            raise ReportError(f"{words}{BROKEN}") from error

    def document(self) -> str:
        """Return the name of the part that holds the text. Raises ReportError if there is none."""
        name = self.related("").get("officeDocument", "word/document.xml")
        if name not in self.parts or name in PACKAGES:
            raise no_word(self.parts.keys())
        return name

    def related(self, name: str) -> Mapping[str, str]:
        """Return the parts that a part refers to, as kind of relation → name.

        The name of the package itself is the empty string.
        """
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self.parts:
            return {}
        found = _Relations(folder)
        walk(self.pieces(relations, "部件目录"), "部件目录", found)
        return found.targets


class _Relations(ElementReader):
    """Takes in which parts belong to a part, without external ones."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.targets: dict[str, str] = {}

    def start(self, path: Path, attributes: Attributes) -> None:
        if path[-1] == "Relationship" and value(attributes, "TargetMode") != "External":
            self._keep(value(attributes, "Type").rpartition("/")[2], value(attributes, "Target"))

    def _keep(self, kind: str, target: str) -> None:
        if kind not in self.targets:
            place = posixpath.normpath(posixpath.join("/", self.folder, target))
            self.targets[kind] = place.lstrip("/").lower()
