"""The application below every screen: styles, theme, glyphs, keys in force."""

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
    """Return the driver with our own reader, or None on Windows, where Textual's is used."""
    if sys.platform == "win32":
        return None
    from perf_tui.tui.terminal.driver import TerminalDriver

    return TerminalDriver


@runtime_checkable
class Clicked(Protocol):
    """A driver that can take the mouse from the terminal and give it back."""

    def use_mouse(self, on: bool) -> None:
        """Take the mouse, or give it back."""


class BaseApp(PatientApp):
    """An application with the user's colours, glyphs and keys.

    `complaints` are sentences about settings that could not be used. However the program ends,
    `rescue` is called first, so that nothing typed is lost.
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
        """Let signals, and errors in the event loop, end the program in an orderly way."""
        when_ended(self.end)
        asyncio.get_running_loop().set_exception_handler(self._hear_of_trouble)

    def give_back(self) -> None:
        """Release what the program holds, before it vanishes."""

    def end(self, status: int) -> None:
        """Keep what was typed and exit with `status`, at once if the terminal is gone."""
        self.rescue()
        if status == HUNG_UP:
            self.give_back()
            vanish(status)
        vanish_later(status)
        self.exit(status)

    def lose_terminal(self) -> None:
        """End the program because the terminal can no longer be read or written."""
        self.end(HUNG_UP)

    def _hear_of_trouble(self, _: object, context: Mapping[str, Any]) -> None:
        """End the program on an error in a callback of the event loop, as on any other error."""
        error = context.get("exception")
        if isinstance(error, Exception) and not self.leaving:
            self.fail(error)

    @on(Noticed)
    def tell_noticed(self, event: Noticed) -> None:
        """Show a notice a little later, because the keys that came with it would wipe it off."""
        self.set_timer(SOON, lambda: cast("Telling", self.screen).say(event.words))

    def use_mouse(self, on: bool) -> None:
        """Take clicks from the terminal, or leave the mouse to it for selecting and copying."""
        self.mouse = on
        if isinstance(self.terminal, Clicked):
            self.terminal.use_mouse(on)

    def rekey(self, name: str, key: str) -> str:
        """Give the action `name` the user's own `key`, or its usual keys if `key` is empty.

        Return the reason if that cannot be done, or an empty string.
        """
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
        """Draw in the colours of the theme with this name."""
        self.theme_name = name
        self.theme = THEMES[name]

    def refresh_css(self, animate: bool = True) -> None:
        """Reload the styles for a theme. Before the first screen they are still to be loaded."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def copy_to_clipboard(self, text: str) -> None:
        """Copy the text. Lone surrogates, which cannot be encoded, become question marks."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, with ours for plain consoles and for NO_COLOR."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, GREYS)]
        ours = [SIEVE] * self.glyphs.plain + [NO_COLOUR] * self.no_color
        return [*filters, *ours]

    async def action_leave(self) -> None:
        """Leave the program the way the current screen or dialog does it."""
        if isinstance(self.screen, Leavable):
            await self.screen.leave()
