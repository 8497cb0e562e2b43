"""The lines of a journal, which keeps what was accepted since the file was last saved.

Each line is the first half of a digest, a space and a JSON object. The digest covers the line
before as well, so a line is trusted only if all lines above it are. The first line is an `Origin`,
every other one a `JournalEntry`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from perf_tui.core.answers.year import Year


@dataclass(frozen=True, slots=True)
class Origin:
    """The version of a year's file that a journal goes on from.

    `form` and `year` are the file's, `base` is the digest of its bytes, `begun` the time of the
    first entry to the minute.
    """

    form: str
    year: int
    base: str
    begun: str


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What was accepted at the time `at`.

    `texts` maps the addresses of changed fields to their new texts, "" for a field that was
    emptied. `version` is empty, or the digest of a version of the file that was written without
    certainty that it will last; the journal then belongs to this version as well.
    """

    at: str
    texts: Mapping[str, str]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """What can be trusted of a journal; `whole` is False if lines at its end were dropped."""

    origin: Origin
    entries: tuple[JournalEntry, ...]
    whole: bool = True

    def belongs_to(self, digest: str) -> bool:
        """Return whether the journal goes on from a file whose bytes have this digest."""
        return digest in {self.origin.base, *(entry.version for entry in self.entries)}

    def applied_to(self, year: Year) -> Year:
        """Return the year with all entries applied to it, in their order."""
        for entry in self.entries:
            year = year.with_texts(entry.texts)
        return year


def changes(before: Year, after: Year) -> dict[str, str]:
    """Return the texts, by address, that turn `before` into `after`; "" empties a field."""
    return {at: after.text(at) for at in sorted(after.differing(before))}


def format_lines(objects: Iterable[Origin | JournalEntry], seal: str = "") -> tuple[bytes, str]:
    """Return the bytes of the lines, and the seal (half digest) of the last of them.

    `seal` is that of the line that they will follow, empty at the beginning of a journal.
    """
    lines = []
    for one in objects:
        data = json.dumps(asdict(one), ensure_ascii=False).encode("utf-8", "replace")
        seal = _seal(seal, data)
        lines.append(seal.encode() + b" " + data + b"\n")
    return b"".join(lines), seal


def parse_journal(content: bytes) -> Journal | None:
    """Read the bytes of a journal; return None if not even its first line can be trusted.

    A last line without its end does not count as damage: it was cut off while being written, and
    what it holds had not been accepted yet.
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


def _entry(table: dict[str, object]) -> JournalEntry:
    texts = table["texts"]
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError
    return JournalEntry(str(table["at"]), texts, str(table["version"]))
