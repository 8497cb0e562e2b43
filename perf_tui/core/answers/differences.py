"""The differences between two versions of a year, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.core.findings.acceptance import ACCEPTED, place_of_acceptance
from perf_tui.core.form import Form

FINAL, REOPENED = "final.date", "final.reopened_"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place whose texts differ. A blank text is empty."""

    place: str
    before: str
    after: str


# Where it is kept which indicators there are, and in which order.
TABLE = "指标表"


def differences(form: Form, before: Year, after: Year) -> tuple[Difference, ...]:
    """Return differing fields in the form's order, then reasons for warnings, then the rest.

    Notes about a text, such as the year it was taken from, are left out.
    """
    addresses = sorted(after.differing(before))
    walk = form.walk
    addresses.sort(key=lambda at: walk[at] if at in walk else float("inf"))
    return tuple(_of(form, before, after, addresses))


def _of(form: Form, before: Year, after: Year, addresses: list[str]) -> Iterator[Difference]:
    for address in addresses:
        old, new = before.text(address), after.text(address)
        if place := _place(form, address):
            yield Difference(place, old, new)


def _place(form: Form, address: str) -> str:
    """Return the page and label of a field, or the name of a record.

    The string is empty for a record that nobody types.
    """
    if address in form.fields:
        page = form.home_of.get(address)
        return f"{page.title if page else TABLE}·{form.fields[address].label}"
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
