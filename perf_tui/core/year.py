"""One unit's answers for one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

# Tables of a year's file that are no fields of its form; what follows the first dot is one key.
# accepted: finding → reason; accepted_for: finding → a mark of the figures it was given for;
# pending: address → the year, or the line of a report, from which its text was taken over;
# final: what locks the year; last: where the year before lies.
RECORDS = ("accepted", "accepted_for", "pending", "final", "last")
LAST_FILE = "last.file"


def pending_at(address: str) -> str:
    """Where it is kept that a field's text was taken over and waits to be confirmed."""
    return f"pending.{address}"


def taken_from(source: str) -> str:
    """Where a text that waits to be confirmed was taken from: a year, or a place in a report."""
    return f"取自 {source} 年" if source.isdecimal() else f"取自{source}"


@dataclass(frozen=True, slots=True)
class Year:
    """What has been typed: address → text, exactly one place for a fact; a blank has no entry.

    A text that could not be read stays as it was typed, so that nothing is lost by saving it.
    Besides the form's addresses there are those of `RECORDS`.
    """

    form: str
    year: int
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    def text(self, address: str) -> str:
        """The text typed at an address, "" for a blank."""
        return self.texts.get(address, "")

    @property
    def locked(self) -> bool:
        """Whether the year is final and may only be read."""
        return bool(self.text("final.date"))

    def record(self, table: str) -> dict[str, str]:
        """One of the `RECORDS` as key → text."""
        prefix = f"{table}."
        return {
            at.removeprefix(prefix): text
            for at, text in self.texts.items()
            if at.startswith(prefix)
        }

    def with_text(self, address: str, text: str) -> Year:
        """The same year with another text at one address."""
        return self.with_texts({address: text})

    def with_texts(self, changed: Mapping[str, str]) -> Year:
        """The same year with other texts at several addresses."""
        texts = {at: text for at, text in {**self.texts, **changed}.items() if text}
        return replace(self, texts=texts)
