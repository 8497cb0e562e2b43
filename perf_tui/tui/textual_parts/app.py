"""An application that gives access to key bindings, to errors and to the end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.app import App

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.widget import Widget


class OpenApp(App[int]):
    """Textual's application. It prints no tracebacks."""

    @property
    def leaving(self) -> bool:
        """Whether the program is being left, so that keys have no effect any more."""
        return self._exit or self._exception is not None

    @property
    def failure(self) -> Exception | None:
        """The error that ended the program, or None."""
        return self._exception

    @property
    def terminal(self) -> object:
        """The driver, which draws on the terminal and reads from it."""
        return self._driver

    def fail(self, error: Exception) -> None:
        """End the program because of an error."""
        self._handle_exception(error)

    def lose_terminal(self) -> None:
        """End the program because the terminal can no longer be read or written."""
        self.exit(1)

    def is_harmless(self, error: Exception) -> bool:  # noqa: ARG002
        """Whether an unhandled error may be ignored."""
        return False

    def rescue(self) -> None:
        """Do what has to come first when an error ends the program."""

    async def obey(self, key: str) -> bool:
        """Run what a key is bound to. Return whether it is bound to anything."""
        return await self._check_bindings(key)

    def panic(self, *_: object) -> None:
        """End the program without printing anything, as Textual would."""
        self._fatal_error()

    def _handle_exception(self, error: Exception) -> None:
        if not self.is_harmless(error):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual calls this for an unhandled error, and would print the traceback.
        self.rescue()
        self._close_messages_no_wait()


def own_binding(widget: Widget, key: str) -> Binding | None:
    """Return the widget's own binding of a key, or None."""
    return next(iter(widget._bindings.key_to_bindings.get(key, ())), None)  # noqa: SLF001


def forget_pictures() -> None:
    """Clear the cache in which Textual keeps the pictures of a hundred widgets, closed ones too."""
    StylesCache.get_inner_outer.cache_clear()
