"""The list of findings, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.findings import SEVERITIES, UNCONFIRMED, Finding
from perf_tui.core.form import Form, Severity
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Role, Row, clip, pad

TONES: dict[Severity, Role] = {"error": "error", "warning": "warning", "notice": "dim"}
PLACE = 22


def findings_title(findings: Sequence[Finding]) -> str:
    """How many of each severity there are."""
    counts = [
        f"{word} {number} 处"
        for severity, word in SEVERITIES.items()
        if (number := sum(one.severity == severity and not one.accepted for one in findings))
    ]
    return "检查结果：" + ("，".join(counts) if counts else "没有发现问题")


def finding_row(form: Form, finding: Finding, width: int, marks: Marks) -> Row:
    """Severity, place, message."""
    word, role = SEVERITIES[finding.severity], TONES[finding.severity]
    if finding.accepted:
        word, role = "已说明", "dim"
    elif finding.code == UNCONFIRMED:
        word = "待确认"
    page = form.home_of[finding.places[0]]
    place = f"{page.number} {page.title}" if page.number else page.title
    room = width - PLACE - 9
    return (
        Piece(f" {pad(word, 6)} ", role),
        Piece(pad(clip(marks.spell(place), PLACE - 1), PLACE), "label"),
        Piece(clip(marks.spell(finding.message), room)),
    )
