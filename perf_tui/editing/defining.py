"""The year's own indicators: adding, changing, removing, ordering, sharing out their weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import count
from typing import NamedTuple

from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.own import OWN, own_at, told_of
from perf_tui.core.form.own.properties import NUMBER, REMOVED, YES
from perf_tui.core.numbers.rounding import plain, shared_out
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

ONE = Decimal(1)
NOTHING_BLANK = "没有空着的权重；先清空要分摊的那几项的权重"
NOTHING_LEFT = "权重已经分完，没有剩下的分可以分摊"
FIRST, LAST = "已是第一项", "已是最后一项"
REMOVED_ONE = "已删去“{name}”，{undo} 撤销"
SHARED = "已把剩下的分摊给 {count} 项，{undo} 撤销"

Texts = dict[str, str]


class Points(NamedTuple):
    """What the indicators of a category weigh, and what the scheme wants; no category for all."""

    category: str
    total: Decimal
    wanted: Decimal

    @property
    def words(self) -> str:
        """Both, and what is missing or too much: 产出指标 45/50，还差 5."""
        missing = self.wanted - self.total
        what = f"，还差 {plain(missing)}" if missing > 0 else f"，多了 {plain(-missing)}"
        counted = f"{plain(self.total)}/{plain(self.wanted)} 分"
        return f"{self.category or '权重'} {counted}{what if missing else ''}"


def points_of(form: Form) -> list[Points]:
    """Return the weights per group of the scheme's table, or in all if it has none."""
    groups = {group.category: group.points for group in form.layout.groups}
    wanted = groups or {"": form.scheme.indicator_weights}
    return [
        Points(name, sum((one.weight for one in _members(form, name)), Decimal(0)), points)
        for name, points in wanted.items()
    ]


def add(open_year: OpenYear, after: str | None = None) -> str:
    """Add a blank indicator behind another, or as the last; return the address of its name.

    It takes over the levels of the one before, because indicators come in groups. Raises
    RefusedError if nothing can be typed.
    """
    require_editable(open_year)
    form = open_year.form
    before = form.by_id.get(after or "") or (form.indicators[-1] if form.indicators else None)
    ident = _free(open_year)
    category = before.category if before else next(iter(form.categories), "")
    texts = {own_at(ident, "category"): category}
    if before and before.subcategory:
        texts[own_at(ident, "subcategory")] = before.subcategory
    order = [one.id for one in form.indicators]
    order.insert(order.index(before.id) + 1 if before else 0, ident)
    _do(open_year, {**texts, **numbered(form, order)})
    return own_at(ident, "name")


def change(open_year: OpenYear, ident: str) -> str:
    """Let an indicator be changed in this year; return the address of its name.

    Raises RefusedError if nothing can be typed.
    """
    require_editable(open_year)
    address = own_at(ident, "name")
    if address not in open_year.form.fields:
        number = open_year.form.by_id[ident].number
        _do(open_year, {own_at(ident, NUMBER): str(number)})
    return address


def forget_unchanged(open_year: OpenYear, ident: str) -> None:
    """Let an indicator of the set whose definition was only looked at be the set's own again."""
    known = base_of(open_year.form).by_id.get(ident)
    said = {at: text for at, text in open_year.session.year.texts.items() if _is_of(at, ident)}
    if open_year.editable and known and said == {own_at(ident, NUMBER): str(known.number)}:
        _do(open_year, dict.fromkeys(said, ""))


def remove(open_year: OpenYear, ident: str) -> Sentence:
    """Take an indicator out of this year, with what was typed for it; undoing brings it back.

    What was typed for one of the form set stays in the file. Raises RefusedError if nothing can be
    typed.
    """
    require_editable(open_year)
    name = open_year.form.by_id[ident].name
    _do(open_year, removal(open_year, ident))
    return sentence(REMOVED_ONE, name=name or "新指标")


def removal(open_year: OpenYear, ident: str) -> Texts:
    """Return the texts that take an indicator out."""
    if ident in base_of(open_year.form).by_id:
        return {own_at(ident, REMOVED): YES}
    own = (f"{OWN}.{ident}.", f"indicators.{ident}.")
    return {at: "" for at in open_year.session.year.texts if at.startswith(own)}


def move(open_year: OpenYear, ident: str, step: int) -> None:
    """Move an indicator up (-1) or down (1). Raises RefusedError at the end, or if held."""
    require_editable(open_year)
    order = [one.id for one in open_year.form.indicators]
    place = order.index(ident)
    if not 0 <= place + step < len(order):
        raise RefusedError(FIRST if step < 0 else LAST)
    order.insert(place + step, order.pop(place))
    _do(open_year, numbered(open_year.form, order))


def copy(open_year: OpenYear, ident: str) -> str:
    """Add an indicator like another right behind it; return the address of its name."""
    require_editable(open_year)
    form, new = open_year.form, _free(open_year)
    order = [one.id for one in form.indicators]
    order.insert(order.index(ident) + 1, new)
    _do(open_year, {**_texts_of(new, form.by_id[ident]), **numbered(form, order)})
    return own_at(new, "name")


def share_out(open_year: OpenYear) -> Sentence:
    """Share what is left of each group's points out to its indicators without a weight.

    Raises RefusedError if there are none, or nothing is left.
    """
    require_editable(open_year)
    texts: Texts = {}
    for points in points_of(open_year.form):
        blank = [one for one in _members(open_year.form, points.category) if not one.weight]
        left = points.wanted - points.total
        if blank and left > 0:
            shares = shared_out(left, [ONE] * len(blank))
            texts |= {
                own_at(one.id, "weight"): plain(s) for one, s in zip(blank, shares, strict=True)
            }
    if not texts:
        blanks = any(not one.weight for one in open_year.form.indicators)
        raise RefusedError(NOTHING_LEFT if blanks else NOTHING_BLANK)
    _do(open_year, texts)
    return sentence(SHARED, count=str(len(texts)))


def _is_of(address: str, ident: str) -> bool:
    return address.startswith(f"{OWN}.{ident}.")


def _members(form: Form, category: str) -> list[Indicator]:
    return [one for one in form.indicators if category in ("", one.category)]


def base_of(form: Form) -> Form:
    """Return the form set without what the year makes of it."""
    base: Form = getattr(form, "base", form)
    return base


def numbered(form: Form, order: Iterable[str]) -> Texts:
    """Return the numbers of those that stand elsewhere now than they did."""
    before = {one.id: one.number for one in form.indicators}
    return {
        own_at(ident, NUMBER): str(number)
        for number, ident in enumerate(order, 1)
        if before.get(ident) != number
    }


def _free(open_year: OpenYear) -> str:
    return next(free_ids(open_year))


def free_ids(open_year: OpenYear) -> Iterator[str]:
    """Yield ids that no indicator has, nor one that was removed or has left answers behind."""
    used = {at.split(".")[1] for at in open_year.session.year.texts if at.count(".") > 1}
    used |= set(base_of(open_year.form).by_id)
    return (ident for number in count(1) if (ident := f"own{number}") not in used)


def _texts_of(ident: str, one: Indicator) -> Texts:
    return {own_at(ident, key): text for key, text in told_of(one).items() if text}


def _do(open_year: OpenYear, texts: Texts) -> None:
    open_year.session.put_all(texts)
    open_year.note()
