"""Facts that are typed once and used in several indicators: which there are, and taking one."""

from __future__ import annotations

from typing import NamedTuple

from perf_tui.core.form import Form
from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.own import OwnForm, own_at, slot_at
from perf_tui.core.form.own.facts import SLOTS, fact_name, slot_key
from perf_tui.core.form.own.methods import COUNT, method_of
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence

NO_FACT = "这一栏不是计算用的数，没有可选用的"
REUSED = "已选用“{label}”，在“{source}”里填一次就行"


class Reusable(NamedTuple):
    """A fact that an indicator may use, with its name in expressions and the page where it is."""

    name: str
    label: str
    unit: str
    source: str


def reusable(form: Form, address: str, typed: str = "") -> list[Reusable]:
    """Return the facts of other pages that the slot at an address may take.

    They have what is typed in label or page, or in the initials of the label. Raises RefusedError
    if the address is that of no slot.
    """
    place = slot_at(address)
    if place is None or not isinstance(form, OwnForm):
        raise RefusedError(NO_FACT)
    ident, listed = place[0], method_of(form.own[place[0]]) is COUNT
    mine = {fact_name(ident, slot) for slot in SLOTS}
    wanted = typed.strip().lower()
    return [
        Reusable(name, fact.label, fact.unit, form.sources[name])
        for name, fact in form.usable_facts.items()
        if name not in mine
        and (fact.kind == "list") == listed
        and (wanted in fact.label + form.sources[name] or wanted in initials_of(fact.label))
    ]


def reuse(open_year: OpenYear, address: str, one: Reusable) -> Sentence:
    """Let the slot at an address take a fact of another page. Raises RefusedError if held."""
    require_editable(open_year)
    ident, slot = slot_at(address) or ("", 0)
    taken = own_at(ident, slot_key(slot, "from"))
    open_year.session.put_all({address: one.label, taken: one.name})
    open_year.note()
    return sentence(REUSED, label=one.label, source=one.source)
