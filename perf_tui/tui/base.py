"""What every screen of the program stands on: styles, theme, signs, keys in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar

from perf_tui.store.settings import Settings
from perf_tui.tui.colours import OURS
from perf_tui.tui.drawing.marks import FULL, Marks
from perf_tui.tui.keys import DEFAULTS, LEAVE, binding, key_names
from perf_tui.tui.plain import Colourless, PlainLines, WholeCells
from perf_tui.tui.rebinding import rebind
from perf_tui.tui.themes import THEMES
from perf_tui.tui.waiting import PatientApp
from perf_tui.tui.widgets.rows import LOOKS

SIEVE, GREYS, NO_COLOUR = PlainLines(), (Monochrome, NoColor), Colourless()
DEFAULT_SETTINGS = Settings()
STYLES = ("tokens", "frame", "form", "dialogs")


@runtime_checkable
class Leavable(Protocol):
    """A screen or dialog from which the program can be left."""

    async def leave(self) -> None:
        """Leave the program."""


class BaseApp(PatientApp):
    """An application in the user's colours, signs and keys; `complaints` are about these."""

    CSS_PATH = [f"styles/{name}.tcss" for name in STYLES]
    COMPONENT_CLASSES = LOOKS
    BINDINGS = [binding(LEAVE, "leave")]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "绩效自评"

    def __init__(
        self, marks: Marks = FULL, theme: str = "dark", settings: Settings = DEFAULT_SETTINGS
    ) -> None:
        super().__init__()
        self.marks = marks
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
        ours = [SIEVE] * self.marks.plain + [NO_COLOUR] * self.no_color
        return [*filters, *ours]

    async def action_leave(self) -> None:
        """Every screen and dialog knows how to leave the program."""
        if isinstance(self.screen, Leavable):
            await self.screen.leave()
