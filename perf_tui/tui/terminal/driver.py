"""The editor's driver: it reads the terminal with our reader, and writes while there is one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from textual import events

from perf_tui.tui.terminal.listening import listen
from perf_tui.tui.textual_parts.driver import OpenDriver


class TerminalDriver(OpenDriver):
    """A driver that ends the editor if the terminal can no longer be read or written.

    Otherwise the editor would receive no keys, or wait for ever for room to write.
    """

    def outlet(self) -> Outlet:
        """Return stderr, which Textual uses, or stdout if stderr is not a terminal.

        The command has made sure that stdin and stdout are terminals.
        """
        found = next(one for one in (sys.__stderr__, sys.__stdout__) if one and one.isatty())
        return Outlet(found, self._lose)

    def read_on(self) -> None:
        """Read the terminal until the editor is left. Any error ends the editor."""
        try:
            self._read()
        except (OSError, EOFError):
            self._lose()
        except BaseException as error:  # noqa: BLE001 — nothing else would report it
            self._tell(self.host.fail, error)

    def _read(self) -> None:
        for message in listen(self.fileno, self.exit_event.is_set):
            # While the terminal keeps the mouse, reports are left over from another program.
            if not isinstance(message, events.MouseEvent) or self._is_ours(message):
                self.process_message(message)

    def _is_ours(self, event: events.MouseEvent) -> bool:
        """Whether we have the mouse and the event is on the screen.

        A click beside it would take the focus away.
        """
        return self.has_mouse and self.host.size.region.contains(event.x, event.y)

    def _lose(self) -> None:
        self._tell(self.host.lose_terminal)

    def _tell(self, what: Callable[..., None], *given: object) -> None:
        with suppress(RuntimeError):  # the editor has already ended
            self.tell(what, *given)


class Outlet:
    """A stream that drops what it can no longer write, and calls `lost` the first time."""

    def __init__(self, stream: TextIO, lost: Callable[[], None]) -> None:
        self._stream, self._lost, self._broken = stream, lost, False

    def write(self, text: str) -> None:
        """Write the text, or drop it if the stream is broken."""
        self._try(lambda: self._stream.write(text))

    def flush(self) -> None:
        """Flush the stream."""
        self._try(self._stream.flush)

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Return the stream's file descriptor."""
        return self._stream.fileno()

    def _try(self, work: Callable[[], object]) -> None:
        if self._broken:
            return
        try:
            work()
        except (OSError, ValueError):
            self._broken = True
            self._lost()
