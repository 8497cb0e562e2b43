"""The list of findings, one row each, and the words of a single finding."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.findings.finding import SEVERITIES, UNCONFIRMED, Finding, errors_of
from perf_tui.core.form import Form, Severity
from perf_tui.core.session import Change
from perf_tui.core.wording.punctuation import stopped
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, wrap

TONES: dict[Severity, Role] = {"error": "error", "warning": "warning", "notice": "dim"}
PLACE = 22
WORDS = 3


def findings_title(findings: Sequence[Finding]) -> str:
    """Return the title of the list: how many findings of each severity are not accepted."""
    counts = [
        f"{word} {number} 处"
        for severity, word in SEVERITIES.items()
        if (number := sum(one.severity == severity and not one.accepted for one in findings))
    ]
    return "检查结果：" + ("，".join(counts) if counts else "没有发现问题")


def readiness(change: Change) -> str:
    """Return what the title adds if the year can be made final, or an empty string."""
    ready = not change.evaluation.year.locked and not errors_of(change.findings)
    return "；可以定稿" if ready else ""


def finding_row(form: Form, finding: Finding, width: int, glyphs: Glyphs) -> DrawnRow:
    """Return severity, place and message, cut to one row. `finding_words` gives the full text."""
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
        Piece(pad(clip(glyphs.spell(place), PLACE - 1), PLACE), "label"),
        Piece(clip(glyphs.spell(finding.message), room)),
    )


def finding_words(
    form: Form, finding: Finding, target: str, width: int, glyphs: Glyphs
) -> list[DrawnRow]:
    """Return a finding in the words shown at its field, and a row that names the target of Enter.

    `target` is the address that Enter goes to, one of the finding's places.
    """
    words, role = finding.sentence, TONES[finding.severity]
    if finding.accepted:
        words, role = f"{stopped(finding.message)}已说明：{finding.accepted}", "dim"
    lines = wrap(glyphs.spell(words), width)
    number, of = finding.places.index(target) + 1, len(finding.places)
    choice = f"（{of} 栏之 {number}，左右键换一栏）" if of > 1 else ""
    goes_to = f"Enter 前往：{form.home_of[target].title} · {form.fields[target].label}{choice}"
    return [
        *((Piece(line, role),) for line in lines[:WORDS]),
        (Piece(clip(glyphs.spell(goes_to), width), "active"),),
    ]
