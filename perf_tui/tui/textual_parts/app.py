"""An application with handles on keys that come too early, on errors, and on its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.app import App

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.widget import Widget


class OpenApp(App[int]):
    """Textual's application; no error in it is printed with the program's insides."""

    @property
    def leaving(self) -> bool:
        """Whether the program is being left, so that nobody takes a key any more."""
        return self._exit or self._exception is not None

    @property
    def failure(self) -> Exception | None:
        """The error that ended the program, if one did."""
        return self._exception

    @property
    def terminal(self) -> object:
        """What draws on the terminal and reads from it."""
        return self._driver

    def fail(self, error: Exception) -> None:
        """End because of an error."""
        self._handle_exception(error)

    def lose_terminal(self) -> None:
        """End because nothing can be read from the terminal any more, or written to it."""
        self.exit(1)

    def is_harmless(self, error: Exception) -> bool:  # noqa: ARG002
        """Whether an error that nobody handled may be passed over."""
        return False

    def rescue(self) -> None:
        """What is to be done first when an error ends the program."""

    async def obey(self, key: str) -> bool:
        """Do what a key is bound to; whether it is bound to anything."""
        return await self._check_bindings(key)

    def panic(self, *_: object) -> None:
        """End; Textual would print what it is given."""
        self._fatal_error()

    def _handle_exception(self, error: Exception) -> None:
        if not self.is_harmless(error):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual calls it for an error that nobody handled, and would print where it arose.
        self.rescue()
        self._close_messages_no_wait()


def own_binding(widget: Widget, key: str) -> Binding | None:
    """What a key is bound to by the widget itself."""
    return next(iter(widget._bindings.key_to_bindings.get(key, ())), None)  # noqa: SLF001


def forget_pictures() -> None:
    """Leave no picture of a widget behind: Textual keeps the last one of a hundred."""
    StylesCache.get_inner_outer.cache_clear()
