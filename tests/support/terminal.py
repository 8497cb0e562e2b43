"""A program in a real pseudo-terminal: what a keyboard sends, and what a screen shows."""

import os
import select
import signal
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from support.keys import sequence_of
from support.posix import fcntl, pty, termios

PATIENCE = 60.0  # seconds; generous, because a loaded machine is slow and a hang must still end
CHUNK = 65536


class Terminal:
    """Starts `argv` as the leader of its own session on a pseudo-terminal of `rows` × `columns`.

    Output is read only inside `read` and what builds on it, and is interpreted only when `lines`
    is asked for, so timing a program costs it nothing. Use it as a context manager: leaving the
    block kills what still runs.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        rows: int = 24,
        columns: int = 80,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending: list[bytes] = []
        self._status: int | None = None
        self._master, slave = pty.openpty()
        self._set_size(rows, columns)
        arguments = [str(part) for part in argv]
        if cwd is not None:
            arguments = ["/usr/bin/env", "-C", str(cwd), *arguments]
        self.started_at = time.perf_counter()
        self.pid = _spawn(arguments, os.ttyname(slave), {**os.environ, **(env or {})})
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, timeout: float) -> bytes:
        """The next piece of output as it came; empty when none comes within `timeout` seconds."""
        if self._master < 0 or not select.select([self._master], [], [], max(timeout, 0))[0]:
            return b""
        try:
            piece = os.read(self._master, CHUNK)
        except OSError:  # Linux says EIO once the program's end of the terminal is closed
            piece = b""
        if piece:
            self._pending.append(piece)
        return piece

    @property
    def lines(self) -> list[str]:
        """The screen's rows as text, wide characters once each, trailing blanks cut."""
        for piece in self._pending:
            self._stream.feed(piece)
        self._pending.clear()
        return [_row_text(self._screen, y) for y in range(self._screen.lines)]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the terminal's cursor, from 0."""
        self.text  # noqa: B018 — interprets what has been read so far
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def picture(self) -> tuple[object, ...]:
        """All that is to be seen: every row's signs with their colours, then the cursor."""
        cursor = self.cursor
        cells, columns = self._screen.buffer, range(self._screen.columns)
        rows = (tuple(cells[y][x] for x in columns) for y in range(self._screen.lines))
        return (*rows, cursor)

    def press(self, *keys: str) -> None:
        """Presses keys by name: `f3`, `ctrl+s`, `shift+f8`, `enter`, or a single character."""
        for key in keys:
            self.send(sequence_of(key))

    def type(self, text: str) -> None:
        """Types text as it stands."""
        self.send(text.encode())

    def paste(self, text: str) -> None:
        """Pastes text the way a terminal does: bracketed, as one piece."""
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def send(self, data: bytes) -> None:
        """Writes bytes to the program, reading meanwhile so that neither side blocks the other."""
        while data:
            readable, writable, _ = select.select([self._master], [self._master], [])
            if writable:
                data = data[os.write(self._master, data[:1024]) :]
            elif readable and not self.read(0):
                raise BrokenPipeError("the program has closed its terminal")

    def wait_for(self, text: str, timeout: float = PATIENCE) -> None:
        """Returns when `text` stands on the screen in one row; TimeoutError shows the screen."""
        self.wait_until(lambda lines: any(text in line for line in lines), timeout, repr(text))

    def wait_until(
        self,
        condition: Callable[[list[str]], bool],
        timeout: float = PATIENCE,
        what: str = "the awaited screen",
    ) -> None:
        """Returns when `condition` holds for the screen's rows; TimeoutError shows the screen."""
        deadline = time.monotonic() + timeout
        while not condition(self.lines):
            left = deadline - time.monotonic()
            if not self.read(left) and (left <= 0 or self.exit_status(0) is not None):
                if condition(self.lines):
                    return
                raise TimeoutError(f"{what} did not come; the screen shows:\n{self.text}")

    def settle(self, quiet: float = 0.15) -> None:
        """Reads until the program has written nothing for `quiet` seconds."""
        while self.read(quiet):
            pass

    def resize(self, rows: int, columns: int) -> None:
        self.text  # noqa: B018 — what came before belongs to the old size
        self._screen.resize(rows, columns)
        self._set_size(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Closes the terminal as a closed window does; the program gets SIGHUP."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def exit_status(self, timeout: float = PATIENCE) -> int | None:
        """The exit status (negative for a signal); None if it still runs after `timeout`."""
        deadline = time.monotonic() + timeout
        while self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() >= deadline:
                return None
            elif not self.read(0.01):
                time.sleep(0.002)
        return self._status

    def peak_memory(self) -> int:
        """Most memory the program has held so far, in KiB (VmHWM)."""
        return self._memory("VmHWM")

    def memory(self) -> int:
        """Memory the program holds now, in KiB (VmRSS)."""
        return self._memory("VmRSS")

    def close(self) -> None:
        """Kills the program if it still runs and gives everything back."""
        if self.exit_status(0) is None:
            self.signal(signal.SIGKILL)
            self.exit_status()
        self.hang_up()

    def _memory(self, field: str) -> int:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(field))

    def _set_size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _spawn(arguments: list[str], tty: str, environment: dict[str, str]) -> int:
    # A session leader that opens a terminal gets it as its controlling one: resizing and hanging
    # up then send the signals a real terminal sends. posix_spawn does it without running Python
    # between fork and exec.
    return os.posix_spawnp(
        arguments[0],
        arguments,
        environment,
        setsid=True,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, tty, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
        setsigdef=[signal.SIGPIPE],
    )


def _row_text(screen: pyte.Screen, y: int) -> str:
    cells = [screen.buffer[y][x].data for x in range(screen.columns)]
    return "".join(cells).rstrip()
