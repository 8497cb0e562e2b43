"""A driver whose subclass reads the terminal and chooses what it writes to."""

from __future__ import annotations

from collections.abc import Callable
from io import TextIOWrapper
from typing import cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from perf_tui.tui.textual_parts.app import OpenApp


class OpenDriver(LinuxDriver):
    """Textual's driver. `read_on` reads in a thread of its own until it is told to end.

    Textual asks the terminal to report new sizes among the keys. This driver does not, because the
    system signals them anyway, and an answer could come so late that nobody reads it.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("TextIOWrapper", self.outlet())

    def start_application_mode(self) -> None:
        """Start, with no limit on the writer's queue: a slow terminal must not block the editor."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is not None:
            self._writer_thread._queue.maxsize = 0  # noqa: SLF001

    def outlet(self) -> object:
        """Return what to write to, with the methods of a stream."""
        raise NotImplementedError

    def read_on(self) -> None:
        """Read the terminal until `exit_event` is set."""
        raise NotImplementedError

    @property
    def host(self) -> OpenApp:
        """The application."""
        return cast("OpenApp", self._app)

    @property
    def has_mouse(self) -> bool:
        """Whether we have the mouse, and not the terminal."""
        return self._mouse

    def use_mouse(self, on: bool) -> None:
        """Take the mouse from the terminal, or give it back for selecting and copying."""
        if not on:
            self._disable_mouse_support()
        self._mouse = on
        self._enable_mouse_support()

    def tell(self, what: Callable[..., None], *given: object) -> None:
        """Call `what` in the application's thread, from another one."""
        self._loop.call_soon_threadsafe(what, *given)

    def _query_in_band_window_resize(self) -> None: ...

    def _run_input_thread(self) -> None:
        self.read_on()
