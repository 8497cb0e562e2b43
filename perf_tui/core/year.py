"""One unit's answers for one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Year:
    """What has been typed: address → text, exactly one place for a fact; a blank has no entry.

    A text that could not be read stays as it was typed, so that nothing is lost by saving it.
    """

    form: str
    year: int
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    def text(self, address: str) -> str:
        """The text typed at an address, "" for a blank."""
        return self.texts.get(address, "")

    def with_text(self, address: str, text: str) -> Year:
        """The same year with another text at one address."""
        texts = {**self.texts, address: text}
        if not text:
            del texts[address]
        return replace(self, texts=texts)
