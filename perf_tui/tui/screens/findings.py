"""The list of findings, from which Enter goes to the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.findings.finding import SEVERITIES, Finding, errors_of, refusal_title
from perf_tui.core.session import Change
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.findings import (
    WORDS,
    finding_row,
    finding_words,
    findings_title,
    readiness,
)
from perf_tui.tui.keys.bindings import CHECK, binding
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.rows import Rows

# Terminals with fewer rows show only the list.
ROOMY = 16


class FindingsDialog(ChoosingDialog):
    """Lists findings, the most urgent first, and shows the one under the cursor in full.

    The result is the index into `listed`, or `EVERYTHING` for the review of the whole year. Left
    and right choose which of the fields that take part is the `target`. The cursor starts at
    `checked`, or at what follows it if it was fixed.
    """

    BINDINGS = [
        binding(CHECK, "review"),
        Binding("left", "turn('left', -1)", show=False, priority=True),
        Binding("right", "turn('right', 1)", show=False, priority=True),
    ]
    EVERYTHING = -1
    keys = "上下键选择  Enter 前往  {check} 核对全部内容  Esc 关闭"
    keys_of_none = "{check} 核对全部内容  Esc 关闭"
    about = "必改的不改不能定稿；核对的改掉，或到那一栏说明；提示只是提醒"

    def __init__(
        self,
        change: Change,
        glyphs: Glyphs,
        listed: Sequence[Finding] = (),
        title: str = "",
        checked: Finding | None = None,
    ) -> None:
        placed = [one for one in change.findings if one.places]
        self.listed = listed or sorted(placed, key=_urgency)
        self._form, self._glyphs = change.evaluation.form, glyphs
        self._start, self._turn = self._begin_at(checked), 0
        self.keys = self.keys if self.listed else self.keys_of_none
        super().__init__(
            title or findings_title(self.listed) + readiness(change),
            lambda width: [finding_row(self._form, one, width, glyphs) for one in self.listed],
        )

    @property
    def target(self) -> str:
        """The address that Enter goes to, at first the finding's own field."""
        places = self.listed[self.query_one(ChoiceRows).cursor].places
        return places[self._turn % len(places)]

    def compose_body(self) -> Iterator[Widget]:
        """Yield the list, and the words of the finding under the cursor."""
        yield from super().compose_body()
        yield Rows(id="finding-words")

    def on_mount(self) -> None:
        """Let the words follow the cursor."""
        super().on_mount()
        self.watch(self.query_one(ChoiceRows), "cursor", self._choose, init=False)

    @property
    def _roomy(self) -> bool:
        return bool(self.listed) and self.app.size.height >= ROOMY

    def on_resize(self) -> None:
        """Draw for the present width."""
        super().on_resize()
        self.query_one(ChoiceRows).cursor = self._start
        self._tell()

    def action_review(self) -> None:
        """Close with `EVERYTHING`, on the key of the check."""
        self.dismiss(self.EVERYTHING)

    def action_turn(self, key: str, step: int) -> None:
        """Choose another field that takes part, on an arrow left or right."""
        before = self.target if self.listed else ""
        self._turn += step
        self._tell()
        if not self.listed or self.target == before:
            self.no_effect(key)

    def _begin_at(self, checked: Finding | None) -> int:
        """Return the row of `checked`, or of what follows it if it is no longer listed.

        That is the first finding as urgent at its field or after, or less urgent; 0 if there is
        none. A field that is there no more has nothing before it.
        """
        if checked is None:
            return 0
        walk, urgency = self._form.walk, _urgency(checked)
        past = urgency, walk.get(checked.places[0], 0)
        rows = [n for n, one in enumerate(self.listed) if one.key == checked.key] or [
            n for n, one in enumerate(self.listed) if (_urgency(one), walk[one.places[0]]) >= past
        ]
        return rows[0] if rows else 0

    def _choose(self, cursor: int) -> None:
        self._start, self._turn = cursor, 0
        self._tell()

    def _tell(self) -> None:
        if not self._roomy:
            return
        words = self.query_one("#finding-words", Rows)
        finding = self.listed[self.query_one(ChoiceRows).cursor]
        rows = finding_words(self._form, finding, self.target, words.size.width - 2, self._glyphs)
        # Every finding takes the same number of rows, so that the list above does not move.
        blank = [()] * (WORDS + 1 - len(rows))
        words.show([*rows[:-1], *blank, rows[-1]])
        self.call_after_refresh(self.fit)


def _urgency(finding: Finding) -> int:
    """Return the rank of a finding: 0 for errors, then by severity, accepted ones last."""
    return len(SEVERITIES) if finding.accepted else list(SEVERITIES).index(finding.severity)


def hindrances(change: Change, glyphs: Glyphs, what: str) -> FindingsDialog:
    """Return the list of errors to fix before the year is made final or its final copy exported.

    `what` names in the title which of these was refused.
    """
    title = refusal_title(change.findings, what)
    return FindingsDialog(change, glyphs, errors_of(change.findings), title)
