"""The parts of a Word or Excel file (ECMA-376 part 2: a zip file), read in bounded time and memory.

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

from perf_tui.reader.kinds import LOCKED, PACKAGES, REPORT, Wanted, no_word
from perf_tui.reader.parts.xml import MOST_NODES, Attributes, ElementReader, Path, value, walk
from perf_tui.reader.text import ReportError

PIECE = 2**16  # bytes
MOST_AT_ONCE = 2**18  # bytes; the list of parts is all that is read at once
MOST_BYTES = 4 * 2**20  # bytes of a part
ENCRYPTED = 0x1  # a part's flag
# All errors that zipfile and zlib raise for damaged files.
TORN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, ArithmeticError, LookupError, NotImplementedError),
)


class _Bounded(BytesIO):
    """The file as zipfile sees it, with a bound on what it reads at once: the list of parts."""

    def __init__(self, content: bytes, wanted: Wanted) -> None:
        super().__init__(content)
        self.wanted = wanted

    def read(self, size: int | None = -1, /) -> bytes:
        content = super().read(size)
        if len(content) > MOST_AT_ONCE:
            raise ReportError(f"里面的部件多得离谱，不像 {self.wanted.program} 文件，换一个文件")
        return content


class Package:
    """The parts of a file by their names, in lower case because the standard ignores case.

    Raises ReportError for a damaged file, one with too many parts, or two of one name.
    """

    def __init__(self, content: bytes, wanted: Wanted = REPORT) -> None:
        self.wanted = wanted
        try:
            self.archive = ZipFile(_Bounded(content, wanted))
        except ReportError:
            raise
        except TORN as error:
            raise ReportError(f"文件{wanted.broken}") from error
        parts = self.archive.infolist()
        self.parts = {part.filename.lstrip("/").lower(): part for part in parts}
        if len(self.parts) < len(parts):
            raise ReportError(f"里面有同名的部件，{wanted.save_as}")

    def pieces(self, name: str, words: str, most: int = MOST_BYTES) -> Iterator[bytes]:
        """Yield the content of a part.

        Raises ReportError, which calls the part by `words`, if it is missing, damaged, encrypted,
        or longer than `most` bytes.
        """
        part, size = self.parts.get(name), 0
        if part is None:
            raise ReportError(f"{words}{self.wanted.broken}")
        if part.flag_bits & ENCRYPTED:
            raise ReportError(LOCKED)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ReportError(f"{words}的压缩方式不认识，{self.wanted.save_as}")
        for piece in self._unpacked(part, words):
            size += len(piece)
            if size > most:
                raise self.wanted.too_much(f"{words}超过 {most // 2**20} MiB")
            yield piece

    def size(self, name: str) -> int:
        """Return how many bytes of a part can be read, or 0 if there is none."""
        return self.parts[name].file_size if name in self.parts else 0

    def _unpacked(self, part: ZipInfo, words: str) -> Iterator[bytes]:
        try:
            with self.archive.open(part) as file:
                while piece := file.read(PIECE):
                    yield piece
        except TORN as error:
            raise ReportError(f"{words}{self.wanted.broken}") from error

    def document(self) -> str:
        """Return the name of the part that holds the text. Raises ReportError if there is none."""
        name = self.related("").get("officeDocument", "word/document.xml")
        if name not in self.parts or name in PACKAGES:
            raise no_word(self.parts.keys())
        return name

    def related(self, name: str) -> Mapping[str, str]:
        """Return the parts that a part refers to, as kind of relation → name of the first such.

        The name of the package itself is the empty string.
        """
        return self._relations(name).kinds

    def named(self, name: str) -> Mapping[str, str]:
        """Return the parts that a part refers to, as id of the relation → name."""
        return self._relations(name).idents

    def read(
        self,
        name: str,
        words: str,
        reader: ElementReader,
        *,
        most: int = MOST_BYTES,
        most_nodes: int = MOST_NODES,
    ) -> None:
        """Let a reader take in a part. Raises ReportError as `pieces` and `walk` do."""
        walk(self.pieces(name, words, most), words, reader, self.wanted, most_nodes)

    def _relations(self, name: str) -> _Relations:
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        found = _Relations(folder)
        if relations in self.parts:
            self.read(relations, "部件目录", found)
        return found


class _Relations(ElementReader):
    """Takes in which parts belong to a part, without external ones."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.kinds: dict[str, str] = {}
        self.idents: dict[str, str] = {}

    def start(self, path: Path, attributes: Attributes) -> None:
        if path[-1] == "Relationship" and value(attributes, "TargetMode") != "External":
            target = value(attributes, "Target")
            place = posixpath.normpath(posixpath.join("/", self.folder, target))
            name = place.lstrip("/").lower()
            self.kinds.setdefault(value(attributes, "Type").rpartition("/")[2], name)
            self.idents.setdefault(value(attributes, "Id"), name)
