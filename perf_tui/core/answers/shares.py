"""What is worked out of a year's texts, in shares that are worked out anew only if they must be.

A share is what one owner gives: the score of an indicator, the findings of a page. While it is
worked out, the texts note for which addresses they are asked. It is a function of its owner and of
these texts alone, so it stays as it is until another text stands at one of the addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

Owner = TypeVar("Owner")
Result = TypeVar("Result")

EVERYTHING = frozenset({"*"})
"""What is noted in place of addresses for a share that looks at the whole year."""


class WatchedTexts(Mapping[str, str]):
    """A year's texts, which note for which addresses they are asked."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._asked: set[str] = set()
        self._note = self._asked.add

    def get(self, address: str, default: Any = None) -> Any:
        self._note(address)
        return self._texts.get(address, default)

    def __getitem__(self, address: str) -> str:
        self._note(address)
        return self._texts[address]

    def __iter__(self) -> Iterator[str]:
        self.note(EVERYTHING)
        return iter(self._texts)

    def __len__(self) -> int:
        self.note(EVERYTHING)
        return len(self._texts)

    def note(self, addresses: Iterable[str]) -> None:
        """Note several addresses, as if they had been asked for."""
        self._asked.update(addresses)

    def filled(self, addresses: Sequence[str]) -> list[str]:
        """Return those of several addresses at which a text stands."""
        self._asked.update(addresses)
        texts = self._texts
        return [address for address in addresses if address in texts]

    def listen(self) -> set[str]:
        """Return the set into which what is asked for from now on is noted."""
        self._asked = set()
        self._note = self._asked.add
        return self._asked


@dataclass(frozen=True, slots=True)
class _Kept:
    """The results of owners, and what each asked for. `changed` has changed since.

    `blocks` holds what so many owners together asked for, in their order, once it was needed.
    """

    owners: Sequence[object] = ()
    results: tuple[Any, ...] = ()
    asked: tuple[AbstractSet[str], ...] = ()
    changed: AbstractSet[str] = frozenset()
    blocks: dict[int, AbstractSet[str]] = field(default_factory=dict)

    def lapsed(self) -> list[int]:
        """Return the places of the owners who asked for something that has changed."""
        changed, asked = self.changed, self.asked
        return [
            place
            for start in range(0, len(asked), BLOCK)
            if not self._block(start).isdisjoint(changed)
            for place, one in enumerate(asked[start : start + BLOCK], start)
            if not one.isdisjoint(changed)
        ]

    def _block(self, start: int) -> AbstractSet[str]:
        if start not in self.blocks:
            self.blocks[start] = frozenset().union(*self.asked[start : start + BLOCK])
        return self.blocks[start]

    def others(self, owners: Sequence[object]) -> list[int] | None:
        """Return the places where other owners stand than before, None if many have moved."""
        if owners is self.owners:
            return []
        if len(owners) != len(self.owners):
            return None
        before = self.owners
        others = [place for place, owner in enumerate(owners) if owner is not before[place]]
        return others if len(others) < FEW else None

    def moved_to(
        self, owners: Sequence[object]
    ) -> tuple[list[Any], list[AbstractSet[str]], list[int]]:
        """Return results and what they asked for by these owners, and the places of the lapsed."""
        kept = {id(owner): n for n, owner in enumerate(self.owners)}
        for place in self.lapsed():
            del kept[id(self.owners[place])]
        places = [kept.get(id(owner)) for owner in owners]
        return (
            [None if n is None else self.results[n] for n in places],
            [NONE if n is None else self.asked[n] for n in places],
            [place for place, n in enumerate(places) if n is None],
        )


BLOCK, FEW = 50, 10
NONE: AbstractSet[str] = frozenset()


class Shares:
    """All that was worked out of a year's texts, by the name of what it is."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = WatchedTexts(texts)
        self._kept: dict[str, _Kept] = {}

    def after(self, texts: Mapping[str, str], changed: AbstractSet[str]) -> Shares:
        """Return the shares for other texts, which differ at the addresses `changed`."""
        later = Shares(texts)
        later._kept = {
            name: replace(kept, changed=kept.changed | changed) for name, kept in self._kept.items()
        }
        return later

    def of(
        self, name: str, owners: Sequence[Owner], work: Callable[[Owner], Result]
    ) -> tuple[Result, ...]:
        """Return the result of every owner, worked out only where none holds from before.

        `work` may look at its owner and at these texts, and at nothing else that ever changes. The
        same owner is the same object.
        """
        before = self._kept.get(name, _Kept())
        others = before.others(owners)
        if others is None:
            blocks: dict[int, AbstractSet[str]] = {}
            results, asked, lapsed = before.moved_to(owners)
        else:
            results, asked = list(before.results), list(before.asked)
            lapsed = sorted({*before.lapsed(), *others})
            blocks = dict(before.blocks)
        for place in lapsed:
            asked[place] = self.texts.listen()
            results[place] = work(owners[place])
            blocks.pop(place - place % BLOCK, None)
        self.texts.listen()
        self._kept[name] = _Kept(owners, tuple(results), tuple(asked), EVERYTHING, blocks)
        return tuple(results)

    def one(self, name: str, place: int) -> Any:
        """Return one result of those worked out; whoever asks for it asks for what it asked."""
        kept = self._kept[name]
        self.texts.note(kept.asked[place])
        return kept.results[place]
