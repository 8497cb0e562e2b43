"""Which indicators of two forms are the same ones, one to one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Literal

from perf_tui.core.form.comparing.likeness import (
    AGREEING,
    LIKELY,
    POSSIBLE,
    likeness,
    literal,
    normal,
)
from perf_tui.core.form.models import Indicator

Basis = Literal["stated", "id", "name", "likeness"]
NONE_BEFORE = "无"
"""What is stated of an indicator that there was none like before."""

# An id that was given by counting, which in another year may have been given to another indicator.
COUNTED = re.compile(r"own\d+")
# So many of the names that share most letters are looked at, which bounds the time.
LOOKED_AT = 8
# A pair that has no rival is found on each of its sides, and nothing else is.
ITSELF_TWICE = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator before and now, and why they are taken for the same one."""

    before: Indicator
    now: Indicator
    basis: Basis

    @property
    def guessed(self) -> bool:
        """Whether nothing but likeness speaks for it."""
        return self.basis == "likeness"


@dataclass(frozen=True)
class Matching:
    """The indicators of two forms: the same ones, new ones, those that are gone.

    `pairs` and `new` have the order of the later form, `gone` that of the earlier one. `possible`
    are pairs that might be the same ones, of indicators that are new and gone, the likeliest first.
    """

    pairs: tuple[Pair, ...]
    new: tuple[Indicator, ...]
    gone: tuple[Indicator, ...]
    possible: tuple[Pair, ...]

    @cached_property
    def by_now(self) -> Mapping[str, Pair]:
        """Id of an indicator of the later form → its pair."""
        return {pair.now.id: pair for pair in self.pairs}

    def might_be(self, ident: str) -> Pair | None:
        """Return the likeliest of the possible pairs of a new indicator, if there are any."""
        return self._likeliest.get(ident)

    @cached_property
    def _likeliest(self) -> Mapping[str, Pair]:
        return {pair.now.id: pair for pair in reversed(self.possible)}


def match(
    before: Sequence[Indicator],
    now: Sequence[Indicator],
    stated: Mapping[str, str] | None = None,
) -> Matching:
    """Match indicators one to one: by what is stated, by id, by name, then by likeness.

    `stated` maps the id of an indicator of `now` to the name or id of the one before, or to
    `NONE_BEFORE`; where there is no such one, it counts for nothing. The ids of each side differ.
    Of those that are alike without it being clear which is which, none are matched.
    """
    matcher = _Matcher(before, now, stated or {})
    matcher.take_stated()
    matcher.take_by(lambda one: None if COUNTED.fullmatch(one.id) else one.id, "id")
    for named in (literal, normal):
        for levels in (_no_level, _category, _levels):
            matcher.take_by(_named(named, levels), "name")
    matcher.take_likely()
    return matcher.result()


def counted_ids(used: Collection[str] = ()) -> Iterator[str]:
    """Yield the ids that are given by counting, without end, except for those used."""
    return (ident for number in count(1) if (ident := f"own{number}") not in used)


def match_ids(before: Sequence[Indicator], now: Sequence[Indicator]) -> Matching:
    """Match the indicators of two states of one year, whose ids mean the same ones."""
    known, left = {one.id: one for one in before}, {one.id for one in now}
    pairs = (Pair(known[one.id], one, "id") for one in now if one.id in known)
    new = (one for one in now if one.id not in known)
    gone = (one for one in before if one.id not in left)
    return Matching(tuple(pairs), tuple(new), tuple(gone), ())


_Scored = tuple[float, Indicator, Indicator]


class _Matcher:
    """The state of matching: what is left on both sides, by id, and what was found so far."""

    def __init__(
        self, before: Sequence[Indicator], now: Sequence[Indicator], stated: Mapping[str, str]
    ) -> None:
        self.before = {one.id: one for one in before}
        self.now = {one.id: one for one in now}
        self.stated = stated
        self.order = {one.id: place for place, one in enumerate(now)}
        self.pairs: list[Pair] = []
        self.alone: list[Indicator] = []

    def take(self, before: Indicator, now: Indicator, basis: Basis) -> None:
        """Take two that are left for the same one."""
        del self.before[before.id], self.now[now.id]
        self.pairs.append(Pair(before, now, basis))

    def take_stated(self) -> None:
        """Take what is stated; one of which is stated that there was none is left alone."""
        by_name = {literal(one.name): one for one in reversed(self.before.values())}
        for one in list(self.now.values()):
            said = self.stated.get(one.id, "").strip()
            if said == NONE_BEFORE:
                self.alone.append(self.now.pop(one.id))
            elif said:
                found = by_name.get(literal(said)) or self.before.get(said)
                if found and found.id in self.before:
                    self.take(found, one, "stated")

    def take_by(self, key: Callable[[Indicator], Hashable], basis: Basis) -> None:
        """Take those for each other that are the only ones with a key, on both sides."""
        sides = _by_key(self.before, key), _by_key(self.now, key)
        for value, found in sides[1].items():
            others = sides[0].get(value, ())
            if len(found) == len(others) == 1:
                self.take(others[0], found[0], basis)

    def take_likely(self) -> None:
        """Take the likeliest first, unless another is about as likely."""
        scored = sorted(self._scored(LIKELY), key=lambda found: -found[0])
        rivals: dict[tuple[str, str], list[_Scored]] = defaultdict(list)
        for found in scored:
            rivals["before", found[1].id].append(found)
            rivals["now", found[2].id].append(found)
        for score, before, now in scored:
            near = (*rivals["before", before.id], *rivals["now", now.id])
            left = sum(self._is_left(*found[1:]) for found in near if found[0] > score - AGREEING)
            if self._is_left(before, now) and left == ITSELF_TWICE:
                self.take(before, now, "likeness")

    def _is_left(self, before: Indicator, now: Indicator) -> bool:
        return before.id in self.before and now.id in self.now

    def result(self) -> Matching:
        """Return what was found, with what is still left."""
        place = self.order.__getitem__
        new = sorted((*self.now.values(), *self.alone), key=lambda one: place(one.id))
        found = sorted(self._scored(POSSIBLE), key=lambda one: -one[0])
        return Matching(
            tuple(sorted(self.pairs, key=lambda pair: place(pair.now.id))),
            tuple(new),
            tuple(self.before.values()),
            tuple(Pair(before, now, "likeness") for _, before, now in found),
        )

    def _scored(self, least: float) -> Iterator[_Scored]:
        """Yield those left that are at least so alike, as score, before, now."""
        holding: dict[str, list[str]] = defaultdict(list)
        for one in self.before.values():
            for two in _bigrams(one):
                holding[two].append(one.id)
        for other in self.now.values():
            shared = Counter(
                ident for bigram in _bigrams(other) for ident in holding.get(bigram, ())
            )
            for ident, _ in shared.most_common(LOOKED_AT):
                score = likeness(self.before[ident], other)
                if score >= least:
                    yield score, self.before[ident], other


def _by_key(
    left: Mapping[str, Indicator], key: Callable[[Indicator], Hashable]
) -> dict[Hashable, list[Indicator]]:
    found: dict[Hashable, list[Indicator]] = defaultdict(list)
    for one in left.values():
        if (value := key(one)) is not None:
            found[value].append(one)
    return found


def _named(
    named: Callable[[str], str], levels: Callable[[Indicator], Hashable]
) -> Callable[[Indicator], Hashable]:
    """Return the key of a name as it is written or as it is meant, within the levels given."""
    return lambda one: (named(one.name), levels(one)) if one.name.strip() else None


def _no_level(_: Indicator) -> Hashable:
    return None


def _category(one: Indicator) -> Hashable:
    return one.category


def _levels(one: Indicator) -> Hashable:
    return one.category, one.subcategory


def _bigrams(one: Indicator) -> set[str]:
    """Return the pairs of letters that stand side by side in a name."""
    name = normal(one.name)
    return {name[place : place + 2] for place in range(max(1, len(name) - 1))} - {""}
