"""Going to a page by its number, name or pinyin initials, or to a field on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perf_tui.core.form import Form
from perf_tui.editing.jump_targets import JumpTarget, jump_targets, picked
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip, pad, pad_left
from perf_tui.tui.screens.filtering import FilterDialog

NAME = 34


class GoToDialog(FilterDialog[JumpTarget]):
    """Lists the pages of a form and, if a number means one of them, its fields.

    A field is chosen without Enter by its own shortcut behind the number. If the dialog opens with
    `typed`, from the task list, a number that can only mean one page needs no Enter either. The
    result is the chosen target.
    """

    keys = "输序号、名称或拼音首字母  上下键选择  Enter 前往  Esc 关闭"
    about = "不用一项项翻，输几个字就到；序号之后接着输栏的序号"
    shortcuts = "接着输栏前的字符，直达那一栏  Enter 前往  Esc 关闭"
    nothing = "没有这样的项，换个词试试  Esc 关闭"

    def __init__(
        self, form: Form, glyphs: Glyphs, texts: Mapping[str, str], typed: str = ""
    ) -> None:
        super().__init__("转到", typed)
        self._form, self._glyphs, self._texts = form, glyphs, texts
        self._at_once = bool(typed)

    def matching(self, typed: str) -> Sequence[JumpTarget]:
        """Return the pages that a number, a name or initials mean, or the fields of such a page."""
        return jump_targets(self._form, self._texts, typed)

    def narrow(self, typed: str) -> None:
        """Show what matches, and close as soon as the typed text leaves no choice."""
        super().narrow(typed)
        if any(target.address for target in self._matching):
            self.say(self.shortcuts)
        target = picked(self._matching, typed, at_once=self._at_once)
        if target is not None:
            self.dismiss(target)

    def row(self, item: JumpTarget) -> DrawnRow:
        """Return a page's number, name and initials, or a field's character, label and text."""
        if item.address is None:
            return (
                Piece(f"{pad_left(str(item.page.number or ''), 3)} ", "dim"),
                Piece(pad(self._glyphs.spell(item.page.title), NAME)),
                Piece(item.page.initials, "dim"),
            )
        field = self._form.fields[item.address]
        text = self._texts.get(item.address, "").replace("\n", " ")
        return (
            Piece(f"{pad_left(item.shortcut, 7)} ", "active"),
            Piece(pad(clip(self._glyphs.spell(field.label), NAME - 5), NAME - 4)),
            Piece(clip(self._glyphs.spell(text), 20), "dim"),
        )
