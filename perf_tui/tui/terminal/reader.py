"""Messages from a terminal's bytes, and from beginnings whose rest does not come in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.message import Message

from perf_tui.tui.terminal.cutting import Cutter
from perf_tui.tui.terminal.meaning import Meaning, Noticed
from perf_tui.tui.terminal.patience import Patience
from perf_tui.tui.terminal.pieces import Piece

# Nobody types so many bytes at once: they belong to a long answer, of which more may come.
AT_ONCE = 16


class TerminalReader:
    """Makes messages from bytes. All times are in seconds of one clock."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._cutter, self._meaning = Cutter(), Meaning()
        self._begun = self._last = 0.0  # when the held piece began, and when the last byte came

    @property
    def deadline(self) -> float | None:
        """When to call `tick` at the latest, or None while nothing is waited for."""
        match self._cutter.waiting:
            case "":
                return None
            case "escape":
                return self._last + self._patience.escape
            case "paste":
                return self._last + self._patience.paste
        return min(self._last + self._patience.part, self._begun + self._patience.whole)

    def feed(self, data: bytes, now: float) -> list[Message]:
        """Return the messages of the bytes that have come at the time `now`."""
        late = self.tick(now)
        if now > self._last + self._patience.part:
            self._cutter.forget()
        if not self._cutter.waiting or len(data) >= AT_ONCE:
            self._begun = now
        self._last = now
        return [*late, *self._messages(self._cutter.cut(data))]

    def tick(self, now: float) -> list[Message]:
        """Return the messages of what is given up at the time `now`."""
        deadline = self.deadline
        if deadline is None or now < deadline:
            return []
        return self._messages(self._cutter.give_up())

    def _messages(self, pieces: Iterable[Piece]) -> list[Message]:
        return list(_each_notice_once(m for piece in pieces for m in self._meaning.messages(piece)))


def _each_notice_once(messages: Iterable[Message]) -> Iterator[Message]:
    said: set[str] = set()
    for message in messages:
        if isinstance(message, Noticed):
            if message.words in said:
                continue
            said.add(message.words)
        yield message
