"""What every screen of the program stands on: styles, theme, glyphs, keys in force."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from textual import on
from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar

from perf_tui.showing.glyphs import FULL, Glyphs
from perf_tui.showing.themes import THEMES
from perf_tui.store.user.settings import Settings
from perf_tui.tui.apps.ending import HUNG_UP, vanish, vanish_later, when_ended
from perf_tui.tui.keys.bindings import DEFAULTS, LEAVE, binding, key_names
from perf_tui.tui.keys.rebinding import rebind
from perf_tui.tui.keys.waiting import PatientApp, Telling
from perf_tui.tui.looks.colours import OURS
from perf_tui.tui.looks.plain import Colourless, PlainLines, WholeCells
from perf_tui.tui.terminal.meaning import Noticed
from perf_tui.tui.widgets.rows import LOOKS

if TYPE_CHECKING:
    from textual.driver import Driver

SIEVE, GREYS, NO_COLOUR = PlainLines(), (Monochrome, NoColor), Colourless()
DEFAULT_SETTINGS = Settings()
SOON = 0.5  # seconds
STYLES = ("tokens", "frame", "form", "dialogs")


@runtime_checkable
class Leavable(Protocol):
    """A screen or dialog from which the program can be left."""

    async def leave(self) -> None:
        """Leave the program."""


def our_driver() -> type[Driver] | None:
    """The driver that reads with our reader; None where Textual's own has to do, on Windows."""
    if sys.platform == "win32":
        return None
    from perf_tui.tui.terminal.driver import TerminalDriver

    return TerminalDriver


@runtime_checkable
class Clicked(Protocol):
    """A driver that can take the mouse and give it back."""

    def use_mouse(self, on: bool) -> None:
        """Take it or give it back."""


class BaseApp(PatientApp):
    """An application in the user's colours, glyphs and keys; `complaints` are about these.

    However it ends, `rescue` is called first, so that nothing that was typed is lost by it.
    """

    CSS_PATH = [f"../styles/{name}.tcss" for name in STYLES]
    COMPONENT_CLASSES = LOOKS
    BINDINGS = [binding(LEAVE, "leave")]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "绩效自评"

    def __init__(
        self, glyphs: Glyphs = FULL, theme: str = "dark", settings: Settings = DEFAULT_SETTINGS
    ) -> None:
        super().__init__(our_driver())
        self.glyphs = glyphs
        self.mouse = settings.mouse
        self.animation_level = "none"
        ScrollBar.renderer = WholeCells
        for colours in OURS:
            self.register_theme(colours)
        self.use_theme(theme)
        self.own_keys = settings.keys
        self.actions, refused = rebind(DEFAULTS, settings.keys)
        self.key_of = key_names(self.actions)
        self.complaints = (*settings.complaints, *refused)
        if settings.keys:
            self._bind_keys()

    async def on_mount(self) -> None:
        """From now on signals and whatever goes wrong anywhere end the program in peace."""
        when_ended(self.end)
        asyncio.get_running_loop().set_exception_handler(self._hear_of_trouble)

    def give_back(self) -> None:
        """Let others have what is held, before the program vanishes."""

    def end(self, status: int) -> None:
        """Leave with this status, keeping what was typed; at once where the terminal is gone."""
        self.rescue()
        if status == HUNG_UP:
            self.give_back()
            vanish(status)
        vanish_later(status)
        self.exit(status)

    def lose_terminal(self) -> None:
        """Nothing can be read from the terminal any more, or written to it."""
        self.end(HUNG_UP)

    def _hear_of_trouble(self, _: object, context: Mapping[str, Any]) -> None:
        """An error in what the event loop called by itself ends the program as any other."""
        error = context.get("exception")
        if isinstance(error, Exception) and not self.leaving:
            self.fail(error)

    @on(Noticed)
    def tell_noticed(self, event: Noticed) -> None:
        """Say it once what came with it has had its effect, which would wipe it off again."""
        self.set_timer(SOON, lambda: cast("Telling", self.screen).say(event.words))

    def use_mouse(self, on: bool) -> None:
        """Take clicks from the terminal, or leave it the mouse to select and copy with."""
        self.mouse = on
        if isinstance(self.terminal, Clicked):
            self.terminal.use_mouse(on)

    def rekey(self, name: str, key: str) -> str:
        """Give an action a key of the user's own, or with "" its usual ones; why not, or ""."""
        others = {other: keys for other, keys in self.own_keys.items() if other != name}
        wanted = {**others, name: key} if key else others
        actions, refused = rebind(DEFAULTS, wanted)
        if new := [words for words in refused if words not in self.complaints]:
            return new[0]
        self.own_keys, self.actions, self.key_of = wanted, actions, key_names(actions)
        self._bind_keys()
        return ""

    def _bind_keys(self) -> None:
        self.set_keymap({action.name: action.keys for action in self.actions})

    def use_theme(self, name: str) -> None:
        """Draw in the colours of this theme."""
        self.theme_name = name
        self.theme = THEMES[name]

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew for a theme; before the first screen they are read anyhow."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def copy_to_clipboard(self, text: str) -> None:
        """Half a character, which no terminal takes, becomes a question mark."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and ours where the console or the user needs it."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, GREYS)]
        ours = [SIEVE] * self.glyphs.plain + [NO_COLOUR] * self.no_color
        return [*filters, *ours]

    async def action_leave(self) -> None:
        """Every screen and dialog knows how to leave the program."""
        if isinstance(self.screen, Leavable):
            await self.screen.leave()
