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
    """A modal screen with `title` above and `keys`, what the keys do, below its body.

    In `keys`, `{save}` stands for the key of an action. `about` is what is said of the dialog when
    help is asked for, besides the keys.
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
        """Title, body, keys."""
        with Vertical(classes="dialog"):
            yield Rows(id="dialog-title")
            yield from self.compose_body()
            yield Rows(id="dialog-keys")

    def compose_body(self) -> Iterator[Widget]:
        """The dialog's own part."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the frame's texts."""
        self.query_one("#dialog-title", Rows).show([(Piece(self.heading, "heading"),)])
        self.say_keys()

    def say_keys(self) -> None:
        """Put what the keys do on the line of keys."""
        self.say(self._keys)

    @property
    def _keys(self) -> str:
        return self.keys.format_map(self.key_of)

    def go_on(self) -> None:
        """A key has had its effect: what was said of an earlier one is done with."""
        if self._said != self._keys:
            self.say_keys()

    @property
    def key_of(self) -> Mapping[str, str]:
        """Action → the key in force by which words name it."""
        return cast("BaseApp", self.app).key_of

    @property
    def room(self) -> int:
        """How many cells a row has within the frame, which is left out on a low screen."""
        columns, rows = self.app.size
        return columns if rows < LOW[1][0] else min(WIDEST, columns) - FRAME

    def no_effect(self, key: str) -> None:
        """Tell that a key has done nothing here, and which do something."""
        self.say(f"{key_name(key)} 在这里不起作用  {self._keys}")

    def action_no_effect(self, key: str) -> None:
        """A key that would move the focus, where there is nothing else to go to."""
        self.no_effect(key)

    def say(self, words: str) -> None:
        """Put words on the line of keys, or on as many lines as they take; the body makes room."""
        self._said = words
        lines = _packed(words, self.room)
        self.query_one("#dialog-keys", Rows).show([(Piece(line, "dim"),) for line in lines])
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Give the scrolling part the height that the others leave, and no more."""
        if not self.query(".dialog"):  # answered before it was drawn
            return
        dialog = self.query_one(".dialog")
        bodies = [part for part in dialog.children if part.has_class("dialog-body")]
        others = (part for part in dialog.children if part.display and part not in bodies)
        taken = dialog.gutter.height + sum(part.outer_size.height for part in others)
        for body in bodies:
            body.styles.max_height = max(1, self.app.size.height - taken)

    def on_unmount(self) -> None:
        """Leave nothing behind: Textual keeps the last picture of a hundred dialogs."""
        forget_pictures()

    def when_fitted(self, then: Callable[[], object]) -> None:
        """Do something as soon as the scrolling part has its height: nothing scrolls before."""
        self.call_after_refresh(self.call_after_refresh, then)

    def on_resize(self) -> None:
        """What was said may take another number of lines."""
        self.say(self._said)

    def action_guidance(self) -> None:
        """What the dialog is about, and what the keys do in it."""
        self.say(f"{self.about}  {self._keys}")

    def action_close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the selection or the line being typed in."""
        from perf_tui.tui.widgets.line_editor import LineEditor

        text = self.focused.text_to_copy() if isinstance(self.focused, LineEditor) else ""
        if text:
            self.app.copy_to_clipboard(text)
        self.say("已复制" if text else "这里没有可复制的内容")

    @on(Stripped)
    def tell_stripped(self) -> None:
        """Nothing pasted vanishes without a word, here neither."""
        self.say(STRIPPED)

    async def leave(self) -> None:
        """Leave the program, as from the screen below."""
        below = next(one for one in reversed(self.app.screen_stack) if not isinstance(one, Dialog))
        await cast("Leavable", below).leave()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, once; what is typed from now on waits until the answer has had its effect."""
        if not self.is_current:  # the second half of a double click
            return AwaitComplete()
        app_of(self).hold_keys()
        return super().dismiss(result)


class ReadingDialog(Dialog[bool]):
    """Something to read; the arrow and page keys scroll, Enter and Esc close without a result.

    It opens at the row that is drawn as the place where the user is, else at its beginning.
    """

    BINDINGS = [Binding("enter", "close", show=False, priority=True)]
    keys = "上下键翻看  Enter 或 Esc 关闭"

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__(title)
        self._draw = draw
        self._landed = False

    def compose_body(self) -> Iterator[Widget]:
        """The rows, scrolling."""
        with Scroll(classes="dialog-body"):
            yield Rows()

    def on_mount(self) -> None:
        """The scrolling part takes the keys."""
        super().on_mount()
        scroll = self.query_one(Scroll)
        self.set_focus(scroll)
        self.watch(scroll, "scroll_y", self.go_on, init=False)

    def on_resize(self) -> None:
        """Draw for the width there is."""
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
    """A list to choose from; the result is the row's index."""

    BINDINGS = [Binding("enter", "take", show=False, priority=True)]
    keys = "上下键选择  Enter 前往  Esc 关闭"

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__(title)
        self._draw = draw

    def compose_body(self) -> Iterator[Widget]:
        """The list, scrolling."""
        with ChoiceScroll(classes="dialog-body"):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """The list takes the keys."""
        super().on_mount()
        choices = self.query_one(ChoiceRows)
        self.set_focus(choices)
        self.watch(choices, "cursor", self.go_on, init=False)

    def on_resize(self) -> None:
        """Draw for the width there is."""
        width = self.query_one(ChoiceScroll).size.width
        self.query_one(ChoiceRows).show(self._draw(width - 1))

    def action_take(self) -> None:
        """Enter takes the row under the cursor."""
        choices = self.query_one(ChoiceRows)
        if choices.count:
            self.dismiss(choices.cursor)
        else:
            self.no_effect("enter")

    @on(ChoiceRows.Chosen)
    def take_clicked(self) -> None:
        """A click has put the cursor on its row."""
        self.action_take()


def _packed(words: str, cells: int) -> list[str]:
    """Hints, parted by two blanks, in as few lines as hold them whole."""
    lines: list[str] = []
    for hint in words.split("  "):
        longer = f"{lines[-1]}  {hint}" if lines else hint
        if cell_len(longer) <= cells:
            lines[-1:] = [longer]
        else:
            lines += wrap(hint, cells)
    return lines
