"""Where the answers of a year belong once it follows another version of its form set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from perf_tui.core.form.definition import Form
from perf_tui.core.form.models import Fact
from perf_tui.core.form.own.properties import OWN

INDICATORS = "indicators"
LEFT = "own_left"
"""How a year had changed indicators that are gone from its form set, as in `OWN`."""


def followed(texts: Mapping[str, str], before: Form, now: Form) -> dict[str, str]:
    """Return the texts of a year at the addresses that they have in another version of its form.

    An indicator is followed to the one that it matches, a fact to the one of its label. What the
    other version has no place for stays at its address; only how the year had changed an indicator
    that is gone is put aside, because it would make one of the year's own.
    """
    moves = _moves(before, now)
    moves |= {f"{OWN}.{ident}": f"{LEFT}.{ident}" for ident in _gone(before, now)}
    moves |= {f"{LEFT}.{ident}": f"{OWN}.{ident}" for ident in now.by_id}
    return {_moved_key(address, moves): text for address, text in texts.items()}


def _gone(before: Form, now: Form) -> set[str]:
    """Return the ids of indicators of which there is none like them now."""
    return {one.id for one in now.matched_with(before).gone}


def _moves(before: Form, now: Form) -> dict[str, str]:
    """Return first two steps of an address → the same ones now, where they differ."""
    pairs = {pair.before.id: pair.now.id for pair in now.matched_with(before).pairs}
    idents = {old: new for old, new in pairs.items() if old != new}
    # What was typed for one that is gone must not be taken for that of another one with its id.
    taken = set(idents.values()) & (before.by_id.keys() - pairs.keys())
    idents |= {ident: f"{ident}_{before.version}" for ident in taken}
    moves = {
        f"{table}.{old}": f"{table}.{new}"
        for old, new in idents.items()
        for table in (INDICATORS, OWN)
    }
    for table in ("unit", "budget", "facts"):
        renamed = _renamed(_facts(before, table), _facts(now, table))
        moves |= {f"{table}.{old}": f"{table}.{new}" for old, new in renamed}
    return moves


def _facts(form: Form, table: str) -> tuple[Fact, ...]:
    facts: tuple[Fact, ...] = form.all_facts if table == "facts" else getattr(form, table)
    return facts


def _renamed(before: Iterable[Fact], now: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Yield the keys of facts that have the same label and kind, and no other like them."""
    old, new = {one.key: one for one in before}, {one.key: one for one in now}
    gone = [one for key, one in old.items() if key not in new]
    come = [one for key, one in new.items() if key not in old]
    counts = Counter((one.label, one.kind) for one in (*gone, *come))
    there = {(one.label, one.kind): one.key for one in come}
    for one in gone:
        named = one.label, one.kind
        if named in there and counts[named] == 2:
            yield one.key, there[named]


def _moved_key(address: str, moves: Mapping[str, str]) -> str:
    """Return an address, or the key of a record that has addresses in it, as it is now."""
    table, _, rest = address.partition(".")
    if table in ("accepted", "accepted_for", "pending"):
        return f"{table}." + "/".join(_moved(part, moves) for part in rest.split("/"))
    return _moved(address, moves)


def _moved(address: str, moves: Mapping[str, str]) -> str:
    table, _, rest = address.partition(".")
    key, dot, more = rest.partition(".")
    place = f"{table}.{key}"
    return f"{moves.get(place, place)}{dot}{more}" if key else address
