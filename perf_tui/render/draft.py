"""What holds the final copy up, as the draft and the refusal tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from perf_tui.core.findings import BLANK, Finding, errors_of
from perf_tui.core.form import Form
from perf_tui.core.standing import Standing
from perf_tui.render.document import Block, Cell, Paragraph, Table

COLUMNS = {"序号": 10, "指标或部分": 64, "必改": 82}
WHOLE = "整体"


def open_points(form: Form, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Page and words of everything that must be mended; a page's blanks are told together."""
    errors = ((_page(form, one), one) for one in errors_of(findings))
    together = groupby(errors, key=lambda pair: (pair[0], pair[1].code == BLANK))
    return [
        point
        for (page, blank), group in together
        for point in _points(form, page, [one for _, one in group], blank=blank)
    ]


def list_of_open_points(standing: Standing, findings: Iterable[Finding]) -> Iterator[Block]:
    """The open points as a numbered table, for the first page of a draft; nothing without any."""
    points = open_points(standing.form, findings)
    if not points:
        return
    yield Paragraph("草稿：下列各处改好后才能出正式稿", "caption")
    rows = (
        (Cell(str(number)), Cell(page, align="left"), Cell(words, align="left"))
        for number, (page, words) in enumerate(points, 1)
    )
    head = tuple(Cell(name, label=True) for name in COLUMNS)
    yield Table(tuple(COLUMNS.values()), tuple(rows), head=(head,))


def _points(
    form: Form, page: str, findings: list[Finding], *, blank: bool
) -> Iterator[tuple[str, str]]:
    if not blank:
        yield from ((page, one.sentence) for one in findings)
        return
    labels = (form.fields[one.field].label for one in findings if one.field)
    yield page, f"还没有填：{'、'.join(dict.fromkeys(labels))}"


def _page(form: Form, finding: Finding) -> str:
    page = form.home_of.get(finding.places[0]) if finding.places else None
    return page.numbered if page else WHOLE
