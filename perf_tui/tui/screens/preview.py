"""The preview of the report, from which Enter goes to the page that a line comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from perf_tui.core.form import Form, Page
from perf_tui.editing.copies import COPIES
from perf_tui.render.document import Document
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.document import PreviewLine, line_of, place_of, section_lines, sections_of
from perf_tui.tui.drawing.rows import Piece, clip
from perf_tui.tui.keys.bindings import NEXT_PAGE, binding
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.screens.export import CopyChoice
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.rows import Rows


class PreviewDialog(Dialog[Page]):
    """Shows the report one section at a time, going on over the ends of a section.

    The result is the page that the line under the cursor comes from. The dialog opens where the
    page with id `here` is printed, or else at the beginning. `build` makes the document of a
    choice, at first the internal copy; final copies are offered only if `may_be_final`.
    """

    BINDINGS = [
        Binding("enter", "take", show=False, priority=True),
        Binding("left", "turn('left', -1)", show=False, priority=True),
        Binding("right", "turn('right', 1)", show=False, priority=True),
        Binding("up", "step('up', -1)", show=False, priority=True),
        Binding("down", "step('down', 1)", show=False, priority=True),
        Binding("pageup", "leaf('pageup', -1)", show=False, priority=True),
        Binding("pagedown", "leaf('pagedown', 1)", show=False, priority=True),
        binding(NEXT_PAGE, "turn_copy"),
    ]

    keys = "左右键换节  {next_page} 换稿  Esc 关闭"

    def __init__(
        self,
        build: Callable[[CopyChoice], Document],
        form: Form,
        glyphs: Glyphs,
        here: str,
        *,
        may_be_final: bool,
    ) -> None:
        super().__init__("报告预览")
        kinds = (True, False) if may_be_final else (False,)
        self._choices = [CopyChoice(copy, final) for final in kinds for copy in COPIES]
        self._build, self._sections = build, sections_of(build(self._choices[0]))
        self._pages, self._glyphs = {page.id: page for page in form.pages}, glyphs
        self._place = place_of(self._sections, here)
        self._lines: list[PreviewLine] = []
        self._here = here

    def compose_body(self) -> Iterator[Widget]:
        """Yield the section's rows in a scrolling part."""
        with VerticalScroll(classes="dialog-body", can_focus=False):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """Focus the rows, and say on the line of keys where Enter goes."""
        super().on_mount()
        self.set_focus(self._rows)
        self.watch(self._rows, "cursor", self._tell_page, init=False)

    def on_resize(self) -> None:
        """Draw for the present width, with the cursor as far into the section as before."""
        before, cursor = len(self._lines), self._rows.cursor
        self._draw()
        far = cursor * len(self._lines) // before if before else line_of(self._lines, self._here)
        self._land(far)

    def action_take(self) -> None:
        """Close with the page that the line under the cursor comes from, on Enter."""
        if page := self._page():
            self.dismiss(page)
        else:
            self.no_effect("enter")

    def action_turn(self, key: str, step: int) -> None:
        """Go to the beginning of the previous (-1) or next (1) section."""
        self._turn(key, step, to_end=False)

    def action_turn_copy(self) -> None:
        """Show the next copy at the same place, or its last section if it has fewer."""
        self._choices.append(self._choices.pop(0))
        self._sections = sections_of(self._build(self._choices[0]))
        last, cursor = len(self._sections) - 1, self._rows.cursor
        stays = self._place <= last
        self._place = min(self._place, last)
        self._draw()
        self._land(min(cursor, len(self._lines) - 1) if stays else 0)

    def action_step(self, key: str, step: int) -> None:
        """Move the cursor a line up (-1) or down (1), over the section's ends too."""
        if 0 <= self._rows.cursor + step < len(self._lines):
            self._rows.move(key)
        else:
            self._turn(key, step, to_end=step < 0)

    def action_leaf(self, key: str, step: int) -> None:
        """Go a screen up (-1) or down (1), over the section's ends too."""
        body = self.query_one(VerticalScroll)
        top = body.scroll_offset.y + step * body.size.height
        if -body.size.height < top < len(self._lines):
            self._land(max(0, top))
        else:
            self._turn(key, step, to_end=step < 0)

    @property
    def _rows(self) -> ChoiceRows:
        return self.query_one(ChoiceRows)

    def _turn(self, key: str, step: int, *, to_end: bool) -> None:
        place = self._place + step
        if 0 <= place < len(self._sections):
            self._place = place
            self._draw()
            self._land(len(self._lines) - 1 if to_end else 0)
        else:
            self.no_effect(key)

    def _draw(self) -> None:
        section, width = self._sections[self._place], self.query_one(VerticalScroll).size.width - 1
        self._lines = section_lines(section, width, self._glyphs)
        self._rows.show([line.row for line in self._lines])
        where = f"第 {self._place + 1} 节，共 {len(self._sections)} 节"
        title = self._glyphs.spell(f"{self.heading} {self._copy}  {where}  {section.name}")
        self.query_one("#dialog-title", Rows).show([(Piece(clip(title, width), "heading"),)])

    def _land(self, place: int) -> None:
        """Put the cursor on a line, and scroll that line to the top once it is laid out."""
        self._rows.cursor = place
        self._tell_page()
        body = self.query_one(VerticalScroll)
        self.when_fitted(partial(body.scroll_to, y=place, animate=False, force=True))

    @property
    def _copy(self) -> str:
        choice = self._choices[0]
        return COPIES[choice.copy][0] + ("" if choice.final else "草稿")

    def _page(self) -> Page | None:
        """Return the page that the line under the cursor comes from, or None.

        Of several pages, that is the one from which the preview was opened, or else the first.
        """
        abouts = self._lines[self._rows.cursor].abouts
        if self._here in abouts:
            return self._pages.get(self._here)
        return self._pages.get(abouts[0]) if abouts else None

    def _tell_page(self) -> None:
        page, width = self._page(), self.query_one(VerticalScroll).size.width - 1
        go = f"  Enter 去填：{page.numbered}" if page else ""
        keys = self.keys.format_map(self.key_of)
        self.say(clip(self._glyphs.spell(keys + go), width))
