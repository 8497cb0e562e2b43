"""The weights of the year's indicators: what they come to, and sharing out what is left."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.form import Form
from perf_tui.core.form.own import own_at
from perf_tui.core.form.weights import LevelWeights, weights_by_level
from perf_tui.core.numbers.rounding import plain, shared_out
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

ONE = Decimal(1)
NOTHING_BLANK = "没有空着的权重；先清空要分摊的那几项的权重"
NOTHING_LEFT = "权重已经分完，没有剩下的分可以分摊"
SHARED = "已把剩下的分摊给 {count} 项，{undo} 撤销"


def points_words(form: Form) -> str:
    """Return the weights per level, or in all, against what the scheme wants."""
    return "  ".join(map(_points, weights_by_level(form)))


def _points(level: LevelWeights) -> str:
    """Return both, and what is missing or too much: 产出指标 45/50 分，还差 5."""
    missing = level.wanted - level.total
    what = f"，还差 {plain(missing)}" if missing > 0 else f"，多了 {plain(-missing)}"
    counted = f"{plain(level.total)}/{plain(level.wanted)} 分"
    return f"{level.name or '权重'} {counted}{what if missing else ''}"


def share_out(open_year: OpenYear) -> Sentence:
    """Share what is left of each level's points out to its indicators without a weight.

    Second levels come before the first ones around them. Raises RefusedError if there are no such
    indicators, or nothing is left.
    """
    require_editable(open_year)
    shared: dict[str, Decimal] = {}
    for level in sorted(weights_by_level(open_year.form), key=lambda one: not one.inside):
        blank = [one for one in level.members if not one.weight and one.id not in shared]
        given = sum((shared.get(one.id, Decimal(0)) for one in level.members), Decimal(0))
        left = level.wanted - level.total - given
        if blank and left > 0:
            shares = shared_out(left, [ONE] * len(blank))
            shared |= {one.id: share for one, share in zip(blank, shares, strict=True)}
    texts = {own_at(ident, "weight"): plain(share) for ident, share in shared.items()}
    if not texts:
        blanks = any(not one.weight for one in open_year.form.indicators)
        raise RefusedError(NOTHING_LEFT if blanks else NOTHING_BLANK)
    open_year.session.put_all(texts)
    open_year.note()
    return sentence(SHARED, count=str(len(texts)))
