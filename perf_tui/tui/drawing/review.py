"""Every value of a year on one page, for the last look before it is made final."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form import Page
from perf_tui.core.rounding import fixed, plain
from perf_tui.core.session import Change
from perf_tui.core.working import work_total
from perf_tui.tui.drawing.findings import findings_title
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Role, Row, pad, pad_left, wrap

LABEL = 26


def review_rows(change: Change, width: int, marks: Marks) -> list[Row]:
    """Findings, the total with its working, then page by page what was typed and accepted."""
    standing, spell = change.standing, marks.spell
    rows: list[Row] = [(Piece(spell(findings_title(change.findings)), "warning"),), ()]
    for line in work_total(standing):
        rows += _pair(spell(line.label), spell(line.equation), width, "text")
    for page in standing.form.pages:
        rows += [(), _heading(change, page, width, marks)]
        for label, value, role in _values(change, page):
            rows += _pair(spell(label), spell(value), width, role)
    return rows


def _heading(change: Change, page: Page, width: int, marks: Marks) -> Row:
    result = ""
    if page.kind == "indicator":
        item = change.standing.item(page.id)
        score = "待定" if item.score is None else fixed(item.score)
        result = f"{score} / {plain(item.indicator.weight)} 分"
    title = f"{page.number} {page.title}" if page.number else page.title
    room = max(10, width - 18)
    return Piece(pad(marks.spell(title), room), "heading"), Piece(pad_left(result, 16), "value")


def _values(change: Change, page: Page) -> Iterator[tuple[str, str, Role]]:
    year, form = change.standing.year, change.standing.form
    for address in page.addresses:
        field = form.fields[address]
        if text := year.text(address):
            yield field.label, f"{text} {'' if field.wordy else field.unit}".rstrip(), "text"
        elif field.required:
            yield field.label, "还没有填", "error"
    for finding in change.findings:
        if finding.accepted and finding.field in page.addresses:
            yield "已说明的提醒", f"{finding.message}：{finding.accepted}", "dim"


def _pair(label: str, value: str, width: int, role: Role) -> Iterator[Row]:
    for n, line in enumerate(wrap(value, width - LABEL)):
        yield Piece(pad(f"  {label}" if n == 0 else "", LABEL), "label"), Piece(line, role)
