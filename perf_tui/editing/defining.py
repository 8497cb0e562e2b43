"""The year's own indicators: adding, changing, removing, ordering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from perf_tui.core.form import Form
from perf_tui.core.form.comparing.matching import counted_ids
from perf_tui.core.form.own import OWN, OwnForm, base_of, own_at
from perf_tui.core.form.own.facts import usable
from perf_tui.core.form.own.properties import NUMBER, REMOVED, YES
from perf_tui.core.numbers.rounding import plain
from perf_tui.editing.measuring import definition_of, handed_on
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

FIRST, LAST = "已是第一项", "已是最后一项"
REMOVED_ONE = "已删去“{name}”，{undo} 撤销"

Texts = dict[str, str]


def add(open_year: OpenYear, after: str | None = None) -> str:
    """Add a blank indicator behind another, or as the last; return the address of its name.

    It takes over the levels of the one before, because indicators come in groups. Raises
    RefusedError if nothing can be typed.
    """
    require_editable(open_year)
    form = open_year.form
    before = form.by_id.get(after or "") or (form.indicators[-1] if form.indicators else None)
    told = {"category": before.category if before else next(iter(form.categories), "")}
    if before and before.subcategory:
        told["subcategory"] = before.subcategory
    return own_at(insert(open_year, before.id if before else None, told), "name")


def insert(open_year: OpenYear, after: str | None, told: Mapping[str, str]) -> str:
    """Add an indicator with these properties behind another, or as the last; return its id.

    Raises RefusedError if nothing can be typed.
    """
    require_editable(open_year)
    ident, order = next(free_ids(open_year)), [one.id for one in open_year.form.indicators]
    order.insert(order.index(after) + 1 if after in order else len(order), ident)
    texts = {own_at(ident, key): text for key, text in told.items()}
    _do(open_year, {**texts, **numbered(open_year.form, order)})
    return ident


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


def removal(open_year: OpenYear, *idents: str) -> Texts:
    """Return the texts that take indicators out; facts that others use are handed on to these."""
    form, year = open_year.form, open_year.session.year
    added = [ident for ident in idents if ident not in base_of(form).by_id]
    own = tuple(f"{table}.{ident}." for ident in added for table in (OWN, "indicators"))
    texts = {at: "" for at in year.texts if at.startswith(own)} if own else {}
    texts |= {own_at(ident, REMOVED): YES for ident in idents if ident not in added}
    return texts | (handed_on(form, added, year) if isinstance(form, OwnForm) else {})


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
    form = open_year.form
    if isinstance(form, OwnForm) and ident not in form.base.by_id:
        told = {key: text for key, text in form.own[ident].items() if key != NUMBER}
    else:
        one = form.by_id[ident]
        told = {
            **definition_of(one, usable((*form.budget, *form.all_facts))),
            "weight": plain(one.weight),
        }
        told |= {"core": YES} if one.core else {}
    return own_at(insert(open_year, ident, told), "name")


def _is_of(address: str, ident: str) -> bool:
    return address.startswith(f"{OWN}.{ident}.")


def numbered(form: Form, order: Iterable[str]) -> Texts:
    """Return the numbers of those that stand elsewhere now than they did."""
    before = {one.id: one.number for one in form.indicators}
    return {
        own_at(ident, NUMBER): str(number)
        for number, ident in enumerate(order, 1)
        if before.get(ident) != number
    }


def free_ids(open_year: OpenYear) -> Iterator[str]:
    """Yield ids that no indicator has, nor one that was removed or has left answers behind."""
    used = {at.split(".")[1] for at in open_year.session.year.texts if at.count(".") > 1}
    used |= set(base_of(open_year.form).by_id)
    return counted_ids(used)


def _do(open_year: OpenYear, texts: Texts) -> None:
    open_year.session.put_all(texts)
    open_year.note()
