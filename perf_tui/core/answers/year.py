"""The answers of one unit for one year."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

# Tables of a year's file that hold no fields of its form. What follows the first dot is one key.
# accepted: finding → reason. accepted_for: finding → a mark of the figures it was given for.
# pending: address → the year, or the line of a report, from which its text was taken over.
# final: when the year was made final or opened again. last: the file of the year before.
RECORDS = ("accepted", "accepted_for", "pending", "final", "last")
LAST_FILE = "last.file"


def pending_at(address: str) -> str:
    """Return the address of the record that a field's text was taken over and is unconfirmed."""
    return f"pending.{address}"


def taken_from(source: str) -> str:
    """Return where an unconfirmed text was taken from: a year, or a place in a report."""
    return f"取自 {source} 年" if source.isdecimal() else f"取自{source}"


@dataclass(frozen=True, slots=True)
class Year:
    """What has been typed, as address → text. A fact has exactly one address, and a blank no entry.

    A text that could not be read stays as typed, so that saving loses nothing. Besides the form's
    addresses there are those of `RECORDS`. `_made` are the texts that these were made from, and the
    addresses at which they differ.
    """

    form: str
    year: int
    texts: Mapping[str, str] = field(default_factory=dict)
    _made: tuple[Mapping[str, str], AbstractSet[str]] | None = field(
        default=None, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if isinstance(self.texts, dict):  # anything else cannot be changed behind our back
            object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    def text(self, address: str) -> str:
        """Return the text typed at an address, or an empty string for a blank."""
        return self.texts.get(address, "")

    @property
    def locked(self) -> bool:
        """Whether the year is final and may only be read."""
        return bool(self.text("final.date"))

    def record(self, table: str) -> dict[str, str]:
        """Return one of the `RECORDS` as key → text."""
        prefix = f"{table}."
        return {
            at.removeprefix(prefix): text
            for at, text in self.texts.items()
            if at.startswith(prefix)
        }

    def with_text(self, address: str, text: str) -> Year:
        """Return the same year with another text at one address."""
        return self.with_texts({address: text})

    def with_texts(self, changed: Mapping[str, str]) -> Year:
        """Return the same year with other texts at several addresses. An empty one is removed."""
        differing = {at: text for at, text in changed.items() if text != self.text(at)}
        texts = cast("MappingProxyType[str, str]", self.texts) | differing
        for address, text in differing.items():
            if not text:
                del texts[address]
        return Year(self.form, self.year, MappingProxyType(texts), (self.texts, differing.keys()))

    def changed_from(self, before: Year) -> AbstractSet[str] | None:
        """Return where texts were changed, in that order, if this was made from `before`."""
        made = self._made
        return made[1] if made is not None and made[0] is before.texts else None

    def differing(self, before: Year) -> AbstractSet[str]:
        """Return the addresses whose texts are others than in another version of the year."""
        changed = self.changed_from(before)
        if changed is None:
            text_before = before.texts.get
            gone = before.texts.keys() - self.texts.keys()
            return gone | {at for at, text in self.texts.items() if text_before(at) != text}
        return changed
