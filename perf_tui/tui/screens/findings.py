"""Lists of what was found; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.findings import Finding, errors_of, refusal_title
from perf_tui.core.session import Change
from perf_tui.tui.drawing.findings import finding_row, findings_title
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.keys import CHECK, binding
from perf_tui.tui.screens.dialog import ChoosingDialog


class FindingsDialog(ChoosingDialog):
    """Findings in the order of the form; the result is the index into `listed`, or `EVERYTHING`."""

    BINDINGS = [binding(CHECK, "review")]
    EVERYTHING = -1
    keys = "上下键选择  Enter 前往  {check} 核对全部内容  Esc 关闭"

    def __init__(
        self, change: Change, marks: Marks, listed: Sequence[Finding] = (), title: str = ""
    ) -> None:
        self.listed = listed or [one for one in change.findings if one.places]
        form = change.standing.form
        super().__init__(
            title or findings_title(self.listed),
            lambda width: [finding_row(form, one, width, marks) for one in self.listed],
        )

    def action_review(self) -> None:
        """The key of the check once more: every value on one page."""
        self.dismiss(self.EVERYTHING)


def hindrances(change: Change, marks: Marks) -> FindingsDialog:
    """What has to be settled before the year can be made final."""
    return FindingsDialog(change, marks, errors_of(change.findings), refusal_title(change.findings))
