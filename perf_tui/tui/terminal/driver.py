"""The terminal as the editor has it: read by our reader, written to as long as it is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from textual import events

from perf_tui.tui.terminal.listening import listen
from perf_tui.tui.textual_parts.driver import OpenDriver


class TerminalDriver(OpenDriver):
    """Neither reading nor writing ends in silence.

    Without the one the editor is deaf, without the other it waits for ever for room to write.
    """

    def outlet(self) -> Outlet:
        """Stderr, as Textual has it, or stdout: the command has made sure of that and of stdin."""
        found = next(one for one in (sys.__stderr__, sys.__stdout__) if one and one.isatty())
        return Outlet(found, self._lose)

    def read_on(self) -> None:
        """Read the terminal until the editor is left; whatever goes wrong ends it."""
        try:
            self._read()
        except (OSError, EOFError):
            self._lose()
        except BaseException as error:  # noqa: BLE001 — nothing else would tell of it
            self._tell(self.host.fail, error)

    def _read(self) -> None:
        for message in listen(self.fileno, self.exit_event.is_set):
            # While the mouse is the terminal's, reports are left over from another program.
            if not isinstance(message, events.MouseEvent) or self._is_ours(message):
                self.process_message(message)

    def _is_ours(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is ours, and on what is drawn: beside it a click takes the focus."""
        return self.has_mouse and self.host.size.region.contains(event.x, event.y)

    def _lose(self) -> None:
        self._tell(self.host.lose_terminal)

    def _tell(self, what: Callable[..., None], *given: object) -> None:
        with suppress(RuntimeError):  # the editor has ended by itself meanwhile
            self.tell(what, *given)


class Outlet:
    """A stream that swallows what it can no longer write, and calls `lost` the first time."""

    def __init__(self, stream: TextIO, lost: Callable[[], None]) -> None:
        self._stream, self._lost, self._broken = stream, lost, False

    def write(self, text: str) -> None:
        """Write, if somebody is there."""
        self._try(lambda: self._stream.write(text))

    def flush(self) -> None:
        """Let what was written go out."""
        self._try(self._stream.flush)

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The stream's descriptor."""
        return self._stream.fileno()

    def _try(self, work: Callable[[], object]) -> None:
        if self._broken:
            return
        try:
            work()
        except (OSError, ValueError):
            self._broken = True
            self._lost()
