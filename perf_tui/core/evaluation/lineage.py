"""Where last year's answers lie: at other addresses, if its indicators have other ids."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Indicator
from perf_tui.core.form.comparing.matching import COUNTED, Matching, Pair
from perf_tui.core.form.own import OWN


def matching_of(evaluation: Evaluation) -> Matching | None:
    """Return which indicators were which last year, or None if there is no last year."""
    last = evaluation.last
    return None if last is None else evaluation.form.matched_with(last.form)


def pair_of(evaluation: Evaluation, ident: str) -> Pair | None:
    """Return an indicator with the one that it was last year, or None if there was none."""
    matching = matching_of(evaluation)
    return matching.by_now.get(ident) if matching else None


def address_before(evaluation: Evaluation, address: str) -> str | None:
    """Return the address that a field had last year, or None if its indicator is new.

    Whether there was such a field last year is not asked.
    """
    if evaluation.last is None:
        return None
    table, _, rest = address.partition(".")
    if table in ("indicators", OWN):
        ident, _, key = rest.partition(".")
        pair = pair_of(evaluation, ident)
        return f"{table}.{pair.before.id}.{key}" if pair else None
    owner = evaluation.form.owner_of.get(rest) if table == "facts" else None
    return _fact_before(evaluation, rest, owner) if owner else address


def _fact_before(evaluation: Evaluation, key: str, owner: Indicator) -> str | None:
    """Return the address of a fact by key, or by label where its indicator had another id."""
    pair = pair_of(evaluation, owner.id)
    if pair is None:
        return None if COUNTED.fullmatch(owner.id) else f"facts.{key}"
    if pair.before.id == owner.id:
        return f"facts.{key}"
    label = next(one.label for one in owner.facts if one.key == key)
    found = (f"facts.{one.key}" for one in pair.before.facts if one.label == label)
    return next(found, None)
