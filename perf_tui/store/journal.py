"""The journal's lines: what was accepted since the file was last saved, readable by anybody.

A line is the first half of a digest and a JSON object. The digest takes in the line before, so
that a line is only trusted where everything above it is. The first line says to what the others
belong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from perf_tui.core.year import Year


@dataclass(frozen=True, slots=True)
class Origin:
    """The version of a file that a journal goes on from: `base` is the digest of its bytes."""

    form: str
    year: int
    base: str
    begun: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What was accepted at one time: address → text, "" for what was emptied.

    `version` is the digest of the file where it was written and it stayed uncertain whether that
    lasts: the journal belongs to this version as well.
    """

    at: str
    texts: Mapping[str, str]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal says; `whole` is False where lines at its end cannot be trusted."""

    origin: Origin
    entries: tuple[Entry, ...]
    whole: bool = True

    def belongs_to(self, digest: str) -> bool:
        """Whether it goes on from the file with this digest."""
        return digest in {self.origin.base, *(entry.version for entry in self.entries)}

    def applied_to(self, year: Year) -> Year:
        """The year with everything in the journal."""
        for entry in self.entries:
            year = year.with_texts(entry.texts)
        return year


def changes(before: Year, after: Year) -> dict[str, str]:
    """What makes one year of the other: address → text."""
    addresses = before.texts.keys() | after.texts.keys()
    return {at: after.text(at) for at in sorted(addresses) if before.text(at) != after.text(at)}


def format_lines(objects: Iterable[Origin | Entry], seal: str = "") -> tuple[bytes, str]:
    """The bytes of lines that follow one sealed by `seal`, and the seal of the last of them."""
    lines = []
    for one in objects:
        data = json.dumps(asdict(one), ensure_ascii=False).encode("utf-8", "replace")
        seal = _seal(seal, data)
        lines.append(seal.encode() + b" " + data + b"\n")
    return b"".join(lines), seal


def parse_journal(content: bytes) -> Journal | None:
    """What can be trusted of a journal; None where not even its first line can.

    A last line that was cut off while it was being written had not been accepted yet.
    """
    *lines, _ = content.split(b"\n")
    try:
        tables = list(_trusted(lines))
        first, *others = tables
        origin, entries = _origin(first), tuple(map(_entry, others))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Journal(origin, entries, len(tables) == len(lines))


def _trusted(lines: list[bytes]) -> Iterator[dict[str, object]]:
    seal = ""
    for line in lines:
        given, _, data = line.partition(b" ")
        seal = _seal(seal, data)
        if given != seal.encode():
            return
        yield json.loads(data)


def _seal(before: str, data: bytes) -> str:
    return sha256(before.encode() + data).hexdigest()[:32]


def _origin(table: dict[str, object]) -> Origin:
    year = table["year"]
    if type(year) is not int:
        raise ValueError
    return Origin(str(table["form"]), year, str(table["base"]), str(table["begun"]))


def _entry(table: dict[str, object]) -> Entry:
    texts = table["texts"]
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError
    return Entry(str(table["at"]), texts, str(table["version"]))
