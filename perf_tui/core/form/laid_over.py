"""A mapping laid over another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeVar

Value = TypeVar("Value")


class LaidOver(Mapping[str, Value]):
    """What `own` says, and what the others say of all else; none of them is copied."""

    def __init__(self, own: Mapping[str, Value], others: Mapping[str, Value]) -> None:
        self._own, self._others = own, others

    def __getitem__(self, name: str) -> Value:
        return self._own[name] if name in self._own else self._others[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain(self._own, self._others)))

    def __len__(self) -> int:
        return len({*self._own, *self._others})
