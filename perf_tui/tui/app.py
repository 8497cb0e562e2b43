"""The application: styles, the first screen, and leaving."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import cast

from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar

from perf_tui.store.settings import Settings
from perf_tui.tui.colours import OURS
from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.marks import FULL, Marks
from perf_tui.tui.ending import save_when_ended
from perf_tui.tui.keys import DEFAULTS, LEAVE, binding
from perf_tui.tui.plain import Colourless, PlainLines, WholeCells
from perf_tui.tui.rebinding import rebind
from perf_tui.tui.screens.frame import Frame
from perf_tui.tui.screens.home import HomeScreen
from perf_tui.tui.screens.main import Leavable
from perf_tui.tui.themes import THEMES
from perf_tui.tui.waiting import PatientApp

SIEVE, GREYS, NO_COLOUR = PlainLines(), (Monochrome, NoColor), Colourless()
DEFAULT_SETTINGS = Settings()
STYLES = ("tokens", "frame", "form", "dialogs")


class EvaluationApp(PatientApp):
    """Edits one year's file; the result is the program's exit status."""

    CSS_PATH = [f"styles/{name}.tcss" for name in STYLES]
    BINDINGS = [binding(LEAVE, "leave")]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "绩效自评"

    def __init__(
        self,
        desk: Desk,
        marks: Marks = FULL,
        theme: str = "dark",
        settings: Settings = DEFAULT_SETTINGS,
    ) -> None:
        super().__init__()
        self.desk, self.marks = desk, marks
        self.animation_level = "none"
        ScrollBar.renderer = WholeCells
        for colours in OURS:
            self.register_theme(colours)
        self.use_theme(theme)
        self.actions, refused = rebind(DEFAULTS, settings.keys)
        self.complaints = (*settings.complaints, *refused, *filter(None, [desk.notice]))
        if settings.keys:
            self.set_keymap({action.name: action.keys for action in self.actions})

    def use_theme(self, name: str) -> None:
        """Draw in the colours of this theme."""
        self.theme_name = name
        self.theme = THEMES[name]

    def use_marks(self, marks: Marks) -> None:
        """Draw everything anew with these signs."""
        self.marks = marks
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.marks = marks
                screen.refresh_change(self.desk.change)
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def copy_to_clipboard(self, text: str) -> None:
        """Half a character, which no terminal takes, becomes a question mark."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and ours where the console or the user needs it."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, GREYS)]
        ours = [SIEVE] * self.marks.plain + [NO_COLOUR] * self.no_color
        return [*filters, *ours]

    def get_default_screen(self) -> HomeScreen:
        """The task list."""
        return HomeScreen(self.desk, self.marks)

    async def on_mount(self) -> None:
        """Where the file was left; over it a notice where the file calls for one."""
        save_when_ended(self, self.desk)
        home = cast(HomeScreen, self.screen)
        await home.show_field(self.desk.place)
        if self.desk.edited_by_hand:
            from perf_tui.tui.screens.notice import edited_by_hand

            await self.push_screen(edited_by_hand(self.desk.path), self._go_on)
        self.screen.call_after_refresh(self._complain)
        self.call_after_refresh(_collect_garbage)

    async def action_leave(self) -> None:
        """Every screen and dialog knows how to leave the program."""
        if isinstance(self.screen, Leavable):
            await self.screen.leave()

    def _complain(self) -> None:
        if self.complaints and isinstance(self.screen, Frame):
            self.screen.say("；".join(self.complaints), "warning")

    def _go_on(self, _: object) -> None:
        self._complain()
        self.release_keys()


def _collect_garbage() -> None:
    """Collect again, now that the first frame is drawn; what start-up made stays for good."""
    gc.freeze()
    gc.enable()
