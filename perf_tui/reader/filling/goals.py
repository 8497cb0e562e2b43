"""The goals of a year in words, as the self-evaluation table has them above its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.form import Form
from perf_tui.reader.claims.spelling import half
from perf_tui.reader.filling.answers import Taken

SHORTEST = 6  # characters of a goal; less is filling
# What tables call a goal and what was reached of it, with what the form's section is called.
_LABELS = (
    (
        re.compile("年初|总体目标"),
        re.compile(r"(?:年初|预期|年度|全年)?(?:设定|绩效|总体|预期)*目标"),
    ),
    (re.compile("完成"), re.compile(r"(?:年度|全年|目标)*(?:实际)?完成情况")),
)
_INDICATORS = re.compile("指标")


def goals_in(claims: Claims, form: Form) -> Iterator[Taken]:
    """Yield the goals and what was reached of them, for the sections that the table prints."""
    rows = [line.split("\t") for line in claims.lines]
    for kind, label in _LABELS:
        section = next((one for one in form.unprinted if kind.search(one.title)), None)
        found = next(_found(rows, label), None)
        if section and found:
            yield Taken(f"sections.{section.key}", found.text, found)


def _found(rows: Sequence[Sequence[str]], label: re.Pattern[str]) -> Iterator[Quote]:
    """Yield the texts below or behind a label."""
    for number, row in enumerate(rows, 1):
        if len(row) == 1 or any(map(_INDICATORS.search, row)):
            continue
        below = rows[number] if number < len(rows) else ()
        for place, cell in reversed(list(enumerate(row))):
            if label.fullmatch(re.sub(r"\s|\(.*\)", "", half(cell))):
                behind = next(filter(None, map(str.strip, row[place + 1 :])), "")
                texts = ((number + 1, "".join(below[place : place + 1])), (number, behind))
                yield from (Quote(at, text.strip()) for at, text in texts if _is_goal(text))


def _is_goal(text: str) -> bool:
    return len(text.strip()) >= SHORTEST and not any(
        label.fullmatch(half(text).strip()) for _, label in _LABELS
    )
