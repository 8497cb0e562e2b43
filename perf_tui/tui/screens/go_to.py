"""Go to a page by its number, its name or the initials of its pinyin."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.form import Form, Page
from perf_tui.core.form.pages import matching_pages
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Row, clip, pad, pad_left
from perf_tui.tui.screens.filtering import FilterDialog

TITLE = 34


class GoToDialog(FilterDialog[Page]):
    """The pages of a form."""

    keys = "输序号、名称或拼音首字母  上下键选择  Enter 前往  Esc 关闭"
    nothing = "没有这样的项，换个词试试  Esc 关闭"

    def __init__(self, form: Form, marks: Marks) -> None:
        super().__init__("转到")
        self._form, self._marks = form, marks

    def matching(self, typed: str) -> Sequence[Page]:
        """The pages that a number, a name or initials mean."""
        return matching_pages(self._form.pages, typed)

    def row(self, item: Page) -> Row:
        """Number, name, initials."""
        return (
            Piece(f"{pad_left(str(item.number or ''), 3)} ", "dim"),
            Piece(pad(clip(self._marks.spell(item.title), TITLE - 1), TITLE)),
            Piece(item.initials, "dim"),
        )
