"""What is wrong with a form's files: the file, the key in the file's own terms, and a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `key` is empty if the whole file is meant."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file} 的 {self.key}" if self.key else self.file
        return f"{place}：{self.message}"


class FormError(ValueError):
    """A form that cannot be used. Its text lists every problem, one per line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where something is declared. Entries of a list are named by their own key: `facts.due`."""

    file: str
    key: str = ""

    def at(self, *steps: str) -> KeyPlace:
        """Return the place reached from here by these keys."""
        return KeyPlace(self.file, ".".join(filter(None, (self.key, *steps))))

    def problem(self, message: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.file, self.key, message)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a clause that names the most similar known word, or an empty string if none is."""
    from difflib import get_close_matches  # a sound form never needs it

    found = get_close_matches(word, sorted(known), n=1)
    return f"，最接近的是 {found[0]}" if found else ""


def shown(text: str) -> str:
    """Return a name from a file, safe to print and of bounded length."""
    printed = text if text.isprintable() else ascii(text)
    return printed if len(printed) <= LONGEST else f"{printed[:LONGEST]}…"
