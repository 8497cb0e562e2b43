"""Every value of a year in one list, for the last look before it is made final."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.explaining.working import work_total
from perf_tui.core.form import Page
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.core.session import Change
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.review import entries_of
from perf_tui.tui.drawing.findings import findings_title, readiness
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, beside, pad, pad_left

LABEL = 26
TONES: dict[str, Role] = {"value": "text", "blank": "error", "accepted": "dim"}


def review_rows(change: Change, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return the counts of findings, the total with its working, then the answers page by page."""
    evaluation, spell = change.evaluation, glyphs.spell
    head = findings_title(change.findings) + readiness(change)
    rows: list[DrawnRow] = [(Piece(spell(head), "warning"),), ()]
    for line in work_total(evaluation):
        rows += _pair(spell(line.label), spell(line.equation), width, "text")
    for page in evaluation.form.pages:
        rows += [(), _heading(change, page, width, glyphs)]
        for entry in entries_of(change, page):
            rows += _pair(spell(entry.label), spell(entry.words), width, TONES[entry.kind])
    return rows


def _heading(change: Change, page: Page, width: int, glyphs: Glyphs) -> DrawnRow:
    result = ""
    if page.kind == "indicator":
        item = change.evaluation.item(page.id)
        score = "待定" if item.score is None else fixed(item.score)
        result = f"{score} / {plain(item.indicator.weight)} 分"
    title = f"{page.number} {page.title}" if page.number else page.title
    room = max(10, width - 18)
    return Piece(pad(glyphs.spell(title), room), "heading"), Piece(pad_left(result, 16), "value")


def _pair(label: str, value: str, width: int, role: Role) -> Iterator[DrawnRow]:
    return beside(Piece(f"  {label}", "label"), Piece(value, role), LABEL, width)
