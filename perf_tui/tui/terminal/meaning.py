"""What a piece of input means to the editor: keys, a paste, the mouse, a notice, or nothing.

A complete sequence without a meaning here is ignored, and is neither text nor an Esc. Such are
answers to questions of another program, and keys that are released.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual import events
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from perf_tui.tui.terminal.extended import keys_of_codes, listed_keys
from perf_tui.tui.terminal.pieces import Control, Foreign, Pasted, Piece, Sequence, TextPiece, Torn
from perf_tui.tui.textual_parts.sequences import ANSI_SEQUENCES_KEYS, XTermParser, character_key

NOT_UTF_8 = "终端不是 UTF-8 编码，有的字没有收到；把终端的编码改成 UTF-8 再输入"
TORN = "有一个按键没有收全，再按一次；常这样的话，设 ESCDELAY=1000 再打开"
NO_END = "粘贴没有收到结尾，收到的已放进去，核对一下"
FOCUS = {"\x1b[I": events.AppFocus, "\x1b[O": events.AppBlur}
SYNCHRONIZES = re.compile(r"\x1b\[\?2026;[1-4]\$y")
CODES = re.compile(r"\x1b\[(?P<codes>[\d;:]+)(?P<end>[u~ABCDEFHPQRS])", re.ASCII)
SHORT = re.compile(r"\x1bO(?:1;)?(?P<modifiers>\d)(?P<end>[A-Z])", re.ASCII)
MOUSE = re.compile(r"\x1b\[(?P<way><?)(\d{1,4});(\d{1,4});(\d{1,4})(?P<state>[Mm])", re.ASCII)
X10 = re.compile(r"\x1b\[M(.{3,6})", re.DOTALL)
# Letters that no Chinese input method produces. Two bytes of GBK read as UTF-8 may give them: 一
# comes out as a Cyrillic letter.
ALIEN = re.compile("[\u0250-\u036f\u0460-\u05ff]")
STRANGE = re.compile(f"[\x80-\x9f]|{ALIEN.pattern}")  # and control characters in two bytes
LEAST = 32  # what X10 adds to every number
RELEASED, WHEEL = 3, 64


class Noticed(Message):
    """A notice for the status line about what the terminal has sent."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Meaning:
    """Makes the editor's messages from pieces. It remembers the last position of the mouse."""

    def __init__(self) -> None:
        self._pointer = XTermParser()

    def messages(self, piece: Piece) -> Iterator[Message]:
        """Yield the messages of a piece, in order."""
        match piece:
            case TextPiece(characters):
                for run in STRANGE.split(characters):
                    yield from (events.Key(character_key(one), one) for one in run)
                yield from [Noticed(NOT_UTF_8)] if ALIEN.search(characters) else []
            case Control(character):
                yield from _control(character)
            case Sequence(sent):
                yield from self._sequence(sent)
            case Pasted(text, whole):
                yield events.Paste(text.replace("\0", ""))
                yield from [] if whole else [Noticed(NO_END)]
            case Foreign():
                yield Noticed(NOT_UTF_8)
            case Torn():
                yield Noticed(TORN)

    def _sequence(self, sent: str) -> Iterator[Message]:
        if sent in FOCUS:
            yield FOCUS[sent]()
        elif SYNCHRONIZES.fullmatch(sent):
            yield TerminalSupportsSynchronizedOutput()
        elif code := _mouse_code(sent):
            event = self._pointer.parse_mouse_code(code)
            yield from [event] if event else []
        elif found := CODES.fullmatch(sent):
            yield from keys_of_codes(found["codes"], found["end"], sent)
        elif found := SHORT.fullmatch(sent):
            yield from keys_of_codes(f"1;{found['modifiers']}", found["end"], sent)
        else:
            yield from listed_keys(sent)


def _control(character: str) -> Iterator[events.Key]:
    names = ANSI_SEQUENCES_KEYS.get(character, ())
    if isinstance(names, tuple):
        yield from (events.Key(name.value, character) for name in names)


def _mouse_code(sent: str) -> str:
    """Return a report of the mouse in the form of SGR, or an empty string for anything else.

    X10 and urxvt do not say which button was released; the first one is assumed.
    """
    if found := MOUSE.fullmatch(sent):
        if found["way"]:
            return sent
        button, x, y = int(found[2]) - LEAST, int(found[3]), int(found[4])
    elif found := X10.fullmatch(sent):
        numbers = found[1]
        if len(numbers) > 3:  # some in two bytes
            numbers = numbers.encode("latin-1").decode("utf-8", "replace")
        button, x, y = (ord(one) - LEAST for one in numbers[:3])
    else:
        return ""
    released = button & RELEASED == RELEASED and button < LEAST
    return f"\x1b[<{0 if released else button};{x};{y}{'m' if released else 'M'}"
