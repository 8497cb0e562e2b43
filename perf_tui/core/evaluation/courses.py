"""Which indicators are the same one over several years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.comparing.matching import Pair, match


@dataclass(slots=True)
class Chain:
    """One indicator over the years: year's index → the indicator as that year defined it.

    `guessed` says that nothing but likeness joins some of them.
    """

    links: dict[int, Indicator] = field(default_factory=dict)
    guessed: bool = False

    @property
    def latest(self) -> Indicator:
        """The indicator as the latest year defined it that had it."""
        return self.links[max(self.links)]

    @property
    def earliest(self) -> Indicator:
        """The indicator as the earliest year defined it that is known so far."""
        return self.links[min(self.links)]

    @property
    def earlier_names(self) -> tuple[str, ...]:
        """The other names that it had before, the latest first."""
        names = dict.fromkeys(self.links[year].name for year in sorted(self.links, reverse=True))
        return tuple(names)[1:]


def chains_of(forms: Sequence[Form]) -> list[Chain]:
    """Return the indicators of forms, from the earliest to the latest, each once.

    They have the order of the latest form. Those that it dropped follow. One that a year left out
    is found again in the year before by id or name, but not by likeness.
    """
    chains = [Chain({len(forms) - 1: one}) for one in forms[-1].indicators]
    for year in range(len(forms) - 2, -1, -1):
        matching = forms[year + 1].matched_with(forms[year])
        _join(year, matching.pairs, _by_id(chains, year + 1))
        absent = _by_id([one for one in chains if year + 1 not in one.links])
        again = match(matching.gone, [one.earliest for one in absent.values()])
        found = [pair for pair in again.pairs if not pair.guessed]
        _join(year, found, absent)
        known = {pair.before.id for pair in found}
        chains += (Chain({year: one}) for one in matching.gone if one.id not in known)
    return chains


def _by_id(chains: Iterable[Chain], year: int | None = None) -> dict[str, Chain]:
    """Return the chains by their ids in a year, or by the earliest ids known; the first wins."""
    found: dict[str, Chain] = {}
    for chain in chains:
        one = chain.earliest if year is None else chain.links.get(year)
        if one:
            found.setdefault(one.id, chain)
    return found


def _join(year: int, pairs: Iterable[Pair], chains: dict[str, Chain]) -> None:
    for pair in pairs:
        chain = chains[pair.now.id]
        chain.links[year] = pair.before
        chain.guessed |= pair.guessed
