"""The differences between two versions of a year, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.core.findings.acceptance import ACCEPTED, place_of_acceptance
from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for, own_at
from perf_tui.core.form.own.properties import NUMBER

FINAL, REOPENED = "final.date", "final.reopened_"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place whose texts differ. A blank text is empty."""

    place: str
    before: str
    after: str


# Where it stands which indicators there are, and in which order.
TABLE = "指标表"


def differences(form: Form, before: Year, after: Year) -> tuple[Difference, ...]:
    """Return differing fields in the form's order, then reasons for warnings, then the rest.

    Both years are told by the indicators that they define themselves, of whichever the form is.
    The order of the indicators that both have is one difference. Notes about a text, such as the
    year it was taken from, are left out.
    """
    forms = form_for(form, after.texts), form_for(form, before.texts)
    walk = {**forms[1].walk, **forms[0].walk}
    addresses = sorted(after.differing(before))
    behind = float("inf")
    addresses.sort(key=lambda at: walk.get(at, behind))
    return (*_of(forms, before, after, addresses), *_moved(forms[1], forms[0]))


def _of(
    forms: tuple[Form, Form], before: Year, after: Year, addresses: list[str]
) -> Iterator[Difference]:
    for address in addresses:
        old, new = before.text(address), after.text(address)
        if place := _place(forms[0], address) or _place(forms[1], address):
            yield Difference(place, old, new)


def _moved(before: Form, after: Form) -> Iterator[Difference]:
    both = before.by_id.keys() & after.by_id.keys()
    order = [[one.id for one in form.indicators if one.id in both] for form in (before, after)]
    if order[0] != order[1]:
        told = ("、".join(after.by_id[ident].name for ident in ids) for ids in order)
        yield Difference(f"{TABLE}·次序", *told)


def _place(form: Form, address: str) -> str:
    """Return the page and label of a field, or the name of a record.

    The string is empty for a record that nobody types, and for an indicator's number.
    """
    if address in form.fields:
        page, ident = form.home_of.get(address), address.split(".")[1]
        if address == own_at(ident, NUMBER):
            return ""
        return f"{page.title if page else _name(form, ident)}·{form.fields[address].label}"
    if address == LAST_FILE:
        return "上年文件"
    if address == FINAL:
        return "定稿"
    if address.startswith(REOPENED):
        return "重新打开"
    if address.startswith(f"{ACCEPTED}."):
        at = place_of_acceptance(address) or ""
        return f"{_place(form, at)}的说明" if at in form.fields else "说明"
    return ""


def _name(form: Form, ident: str) -> str:
    """Return the name of an indicator that the year has removed, if the form set has it."""
    base: Form = getattr(form, "base", form)
    return base.by_id[ident].name if ident in base.by_id else TABLE
