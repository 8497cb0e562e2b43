"""Dialogs: a frame with a title and a line of keys, and the two common kinds of body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from perf_tui.tui.drawing.rows import DrawnRow, Piece, wrap
from perf_tui.tui.keys.bindings import COPY, GUIDANCE, binding, key_name
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.frame import LOW
from perf_tui.tui.textual_parts.app import forget_pictures
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll
from perf_tui.tui.widgets.pasting import STRIPPED, Stripped
from perf_tui.tui.widgets.rows import Rows
from perf_tui.tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from perf_tui.tui.apps.base import BaseApp, Leavable

# Cells of a dialog, as in dialogs.tcss, and of its border and margins.
WIDEST, FRAME = 104, 4
Result = TypeVar("Result")
Draw = Callable[[int], Sequence[DrawnRow]]


class Dialog(ModalScreen[Result]):
    """A modal screen with a title above its body and a line of keys below it.

    `keys` says what the keys do, with `{save}` and the like for the keys of actions. `about` says
    what the dialog is for, and is shown with the keys on F1. The result is None after Esc.
    """

    BINDINGS = [
        Binding("escape", "close", show=False, priority=True),
        Binding("tab", "no_effect('tab')", show=False),
        Binding("shift+tab", "no_effect('shift+tab')", show=False),
        binding(COPY, "copy"),
        binding(GUIDANCE, "guidance"),
    ]
    VERTICAL_BREAKPOINTS = LOW
    AUTO_FOCUS = ""
    keys = "Esc 关闭"
    about = "这里的按键都写在这一行"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title
        self._said = ""

    def compose(self) -> ComposeResult:
        """Yield the title, the body and the line of keys."""
        with Vertical(classes="dialog"):
            yield Rows(id="dialog-title")
            yield from self.compose_body()
            yield Rows(id="dialog-keys")

    def compose_body(self) -> Iterator[Widget]:
        """Yield the widgets of the dialog's own part."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the title and the keys."""
        self.query_one("#dialog-title", Rows).show([(Piece(self.heading, "heading"),)])
        self.say_keys()

    def say_keys(self) -> None:
        """Show what the keys do on the line of keys."""
        self.say(self._keys)

    @property
    def _keys(self) -> str:
        return self.keys.format_map(self.key_of)

    def go_on(self) -> None:
        """Replace a message about an earlier key, after a key that had an effect."""
        if self._said != self._keys:
            self.say_keys()

    @property
    def key_of(self) -> Mapping[str, str]:
        """The name of each action → its key in force, as texts name it."""
        return cast("BaseApp", self.app).key_of

    @property
    def room(self) -> int:
        """The cells of a row within the frame, which is left out on a low screen."""
        columns, rows = self.app.size
        return columns if rows < LOW[1][0] else min(WIDEST, columns) - FRAME

    def no_effect(self, key: str) -> None:
        """Say that a key has no effect here, and which keys have one."""
        self.say(f"{key_name(key)} 在这里不起作用  {self._keys}")

    def action_no_effect(self, key: str) -> None:
        """Say that a key has no effect, for keys that would otherwise move the focus."""
        self.no_effect(key)

    def say(self, words: str) -> None:
        """Show a message in place of the keys, on as many lines as needed. The body makes room."""
        self._said = words
        lines = _packed(words, self.room)
        self.query_one("#dialog-keys", Rows).show([(Piece(line, "dim"),) for line in lines])
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Limit the scrolling part to the height that the others leave."""
        if not self.query(".dialog"):  # closed before it was drawn
            return
        dialog = self.query_one(".dialog")
        bodies = [part for part in dialog.children if part.has_class("dialog-body")]
        others = (part for part in dialog.children if part.display and part not in bodies)
        taken = dialog.gutter.height + sum(part.outer_size.height for part in others)
        for body in bodies:
            body.styles.max_height = max(1, self.app.size.height - taken)

    def on_unmount(self) -> None:
        """Free the pictures of closed dialogs that Textual keeps."""
        forget_pictures()

    def when_fitted(self, then: Callable[[], object]) -> None:
        """Call `then` once the scrolling part has its height, before which nothing can scroll."""
        self.call_after_refresh(self.call_after_refresh, then)

    def on_resize(self) -> None:
        """Show the message again, because it may need another number of lines."""
        self.say(self._said)

    def action_guidance(self) -> None:
        """Say what the dialog is for, and what the keys do in it."""
        self.say(f"{self.about}  {self._keys}")

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the selection in the focused line editor, or its whole text."""
        from perf_tui.tui.widgets.line_editor import LineEditor

        text = self.focused.text_to_copy() if isinstance(self.focused, LineEditor) else ""
        if text:
            self.app.copy_to_clipboard(text)
        self.say("已复制" if text else "这里没有可复制的内容")

    @on(Stripped)
    def tell_stripped(self) -> None:
        """Say that invisible characters were removed from pasted text."""
        self.say(STRIPPED)

    async def leave(self) -> None:
        """Leave the program the way the screen below does it."""
        below = next(one for one in reversed(self.app.screen_stack) if not isinstance(one, Dialog))
        await cast("Leavable", below).leave()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, once. Keys typed from now on wait until the result is handled."""
        if not self.is_current:  # the second click of a double click
            return AwaitComplete()
        app_of(self).hold_keys()
        return super().dismiss(result)


class ReadingDialog(Dialog[bool]):
    """Shows rows to read. The arrow and page keys scroll, Enter and Esc close without a result.

    It opens at the first row with a piece of the role `here`, or else at the beginning. `draw`
    returns the rows for a width in cells.
    """

    BINDINGS = [Binding("enter", "close", show=False, priority=True)]
    keys = "上下键翻看  Enter 或 Esc 关闭"

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__(title)
        self._draw = draw
        self._landed = False

    def compose_body(self) -> Iterator[Widget]:
        """Yield the rows in a scrolling part."""
        with Scroll(classes="dialog-body"):
            yield Rows()

    def on_mount(self) -> None:
        """Focus the scrolling part."""
        super().on_mount()
        scroll = self.query_one(Scroll)
        self.set_focus(scroll)
        self.watch(scroll, "scroll_y", self.go_on, init=False)

    def on_resize(self) -> None:
        """Draw for the present width."""
        body = self.query_one(VerticalScroll)
        rows = self._draw(body.size.width - 1)
        body.query_one(Rows).show(rows)
        if not self._landed:
            self._landed = True
            here = next((y for y, row in enumerate(rows) if _is_here(row)), 0)
            self.when_fitted(
                partial(body.scroll_to, y=here, animate=False, force=True, immediate=True)
            )


def _is_here(row: DrawnRow) -> bool:
    return any(piece.role == "here" for piece in row)


class ChoosingDialog(Dialog[int]):
    """A list to choose from. The result is the index of the chosen row, or None after Esc.

    `draw` returns the rows for a width in cells.
    """

    BINDINGS = [Binding("enter", "take", show=False, priority=True)]
    keys = "上下键选择  Enter 前往  Esc 关闭"

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__(title)
        self._draw = draw

    def compose_body(self) -> Iterator[Widget]:
        """Yield the list in a scrolling part."""
        with ChoiceScroll(classes="dialog-body"):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """Focus the list."""
        super().on_mount()
        choices = self.query_one(ChoiceRows)
        self.set_focus(choices)
        self.watch(choices, "cursor", self.go_on, init=False)

    def on_resize(self) -> None:
        """Draw for the present width."""
        width = self.query_one(ChoiceScroll).size.width
        self.query_one(ChoiceRows).show(self._draw(width - 1))

    def action_take(self) -> None:
        """Take the row under the cursor, on Enter."""
        choices = self.query_one(ChoiceRows)
        if choices.count:
            self.dismiss(choices.cursor)
        else:
            self.no_effect("enter")

    @on(ChoiceRows.Chosen)
    def take_clicked(self) -> None:
        """Take the clicked row, on which the cursor already is."""
        self.action_take()


def _packed(words: str, cells: int) -> list[str]:
    """Return hints, separated by two blanks, in as few lines as possible without splitting one.

    Only a hint wider than `cells` is wrapped.
    """
    lines: list[str] = []
    for hint in words.split("  "):
        longer = f"{lines[-1]}  {hint}" if lines else hint
        if cell_len(longer) <= cells:
            lines[-1:] = [longer]
        else:
            lines += wrap(hint, cells)
    return lines
