"""What must be mended before the final copy, as the draft and the refusal list it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from perf_tui.core.evaluation.evaluation import JudgedEvaluation
from perf_tui.core.findings.finding import Finding, errors_of
from perf_tui.core.form import Form
from perf_tui.render.document import Block, Cell, Paragraph, Table

COLUMNS = {"序号": 10, "指标或部分": 64, "必改": 82}
WHOLE = "整体"


class OpenPoint(NamedTuple):
    """What must be mended, and where.

    `where` and `about` are the name and the id of a page. For the report as a whole they are
    `WHOLE` and empty.
    """

    where: str
    words: str
    about: str


def open_points(form: Form, findings: Iterable[Finding]) -> list[OpenPoint]:
    """Return everything that must be mended. The blanks of one page make one point."""
    told = ((*_place(form, one), _blank(form, one), one) for one in errors_of(findings))
    points: list[OpenPoint] = []
    for (where, about, blank), group in groupby(told, key=lambda each: (*each[:2], bool(each[2]))):
        entries = list(group)
        if blank:
            labels = "、".join(label for *_, label, _ in entries)
            points.append(OpenPoint(where, f"还没有填：{labels}", about))
        else:
            points.extend(OpenPoint(where, one.sentence, about) for *_, one in entries)
    return points


def list_of_open_points(evaluation: JudgedEvaluation) -> Iterator[Block]:
    """Yield the open points as a numbered table for the first page of a draft, if there are any."""
    points = open_points(evaluation.form, evaluation.findings)
    if not points:
        return
    yield Paragraph("草稿：下列各处改好后才能出正式稿", "caption")
    rows = (
        (
            Cell(str(number)),
            Cell(one.where, align="left", about=one.about),
            Cell(one.words, align="left"),
        )
        for number, one in enumerate(points, 1)
    )
    head = tuple(Cell(name, label=True) for name in COLUMNS)
    yield Table(tuple(COLUMNS.values()), tuple(rows), head=(head,))


def _blank(form: Form, finding: Finding) -> str:
    """Return the label of a field that is merely blank, or an empty string for other findings."""
    label = form.fields[finding.field].label if finding.field else ""
    return label if finding.message == f"{label}还没有填" else ""


def _place(form: Form, finding: Finding) -> tuple[str, str]:
    """Return the name and the id of the page."""
    page = form.home_of.get(finding.places[0]) if finding.places else None
    return (page.numbered, page.id) if page else (WHOLE, "")
