"""Cutting what a terminal sends into pieces, wherever a slow line has split it.

ECMA-48 defines how sequences are built. Beyond it there are the mouse reports of X10 (three bytes
behind `ESC [ M`), F1 to F5 of the Linux console (`ESC [ [ A`) and Shift of rxvt (`ESC [ 2 3 $`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.tui.terminal.decoding import foreign, pasted_text, readable
from perf_tui.tui.terminal.pieces import Control, Foreign, Pasted, Piece, Sequence, TextPiece, Torn

ESCAPE = b"\x1b"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"
# An escape character in a paste is not a key. Its stand-in is as invisible and is stripped like it.
STAND_IN = "\x1a"
MOST_HELD, MOST_PASTED = 4096, 2**24  # bytes

# Operating system commands, device control and private strings, in the forms of terminals' answers.
STRING = rb"\x1b(?:\](?=[\dlLI])|P(?=[\d;>!$+=?])|[X^_](?=[ -~]))[^\x00-\x1f\x7f]*"
# A number of X10: 0 for a column or row out of its range, two bytes in its extension for large
# terminals.
NUMBER = rb"(?:[\x00\x20-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\x80-\xff])"
WHOLE = re.compile(
    rb"(?P<text>[ -~\x80-\xff]+)"
    rb"|(?P<sequence>\x1b(?:\t|\[M" + NUMBER + rb"{3}|\[\[[ -~]|\[\d+\$"
    rb"|\[(?![M\[])[ -?]*[@-~]|O[\d;]*[A-Za-z]))"
    rb"|(?P<string>" + STRING + rb"(?:\x07|\x1b\\)|\x1b[\]PX^_][ -~]*\x9c)"
    rb"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f]"
    rb"|\x1b(?=[^\t\[O\]PX^_]|\][^\dlLI]|P[^\d;>!$+=?]|[X^_][^ -~]))"
)
BEGUN = re.compile(
    rb"\x1b(?:\[M[\x00\x20-\xff]{0,4}|\[\[|\[[ -?]*|O[\d;]*|[\]PX^_])?\Z|" + STRING + rb"\x1b?\Z"
)
BROKEN = re.compile(rb"\x1b(?:\[M[\x00\x20-\xff]{0,2}|\[\[|\[[ -?]*|O[\d;]*)|" + STRING)
# These are an Esc, or an Esc and a character, unless what follows makes them a string.
UNDECIDED = re.compile(rb"\x1b[\]PX^_]?")
# A beginning that was given up, joined with its late rest: of a key or an answer, not of text.
REST = re.compile(
    rb"\x1b(?:\[(?:[\d;:<>?]*[ -/]*[@-~]|[\d;:<>?]+\Z|\Z)|O(?:[\d;]*[A-DFHP-S]|\Z))"
    rb"|" + STRING.replace(rb"[X^_]", rb"[_]") + rb"(?:\x07|\x1b\\|\Z)"
)
# A terminal in eight-bit mode sends the introducers in one byte each. None of them begins a
# character in UTF-8.
EIGHT_BIT = re.compile(rb"\x9b(?=[ -~])|\x8f(?=[A-Za-z])|\x9d(?=[\dlLI])|\x90(?=[\d;>!$+=?])")
EIGHT_BITS = (b"\x9b", b"\x8f", b"\x9d", b"\x90")


class Cutter:
    """Cuts bytes into pieces, and holds an incomplete piece until its rest comes.

    The same bytes give the same pieces however they are split into calls, as long as nothing is
    given up in between.
    """

    def __init__(self) -> None:
        self._held = b""
        self._come_last = 0  # how many of the held bytes, at their end, came with the last call
        self._pasting = False
        self._paste_given_up = False
        self._given_up = b""  # an Esc, or an answer's two first bytes

    @property
    def waiting(self) -> str:
        """What the held bytes wait for: "paste", "escape" or "part", or "" if none are held."""
        if self._pasting:
            return "paste"
        if not self._held:
            return ""
        return "escape" if UNDECIDED.fullmatch(self._held) else "part"

    def cut(self, data: bytes) -> Iterator[Piece]:
        """Yield the pieces that are complete once `data` has come."""
        if self._paste_given_up and _goes_on(data):
            self._pasting = True
        by_hand = len(data) == 1 and self._given_up != ESCAPE
        if self._given_up and not by_hand and REST.match(self._given_up + data):
            data = self._given_up + data
        self._given_up = b""
        self._held += data
        self._come_last = len(data)
        yield from self._complete()
        if not self._pasting:
            self._held = self._held[:3] if len(self._held) > MOST_HELD else self._held
        elif len(self._held) > MOST_PASTED:
            yield from self.give_up()

    def give_up(self) -> Iterator[Piece]:
        """Yield the pieces that the held bytes become because their rest has not come."""
        held, self._held = self._held, b""
        if self._pasting:
            self._pasting, self._paste_given_up = False, True
            yield from _pasted(held, whole=False)
        elif UNDECIDED.fullmatch(held):
            self._given_up = held
            yield Control("\x1b")
            yield from [TextPiece(held[1:].decode())] if held[1:] else []
        elif held:
            yield Torn() if held.startswith(ESCAPE) else Foreign()

    def forget(self) -> None:
        """Stop taking later bytes for the rest of what was given up: too much time has passed."""
        self._given_up = b""

    def _complete(self) -> Iterator[Piece]:
        while self._held:
            cut = self._end_of_paste() if self._pasting else self._first()
            if cut is None:
                return
            length, pieces = cut
            self._held = self._held[length:]
            yield from pieces

    def _end_of_paste(self) -> tuple[int, list[Piece]] | None:
        text, end, _ = self._held.partition(PASTE_END.encode())
        if not end:
            return None
        self._pasting = self._paste_given_up = False
        return len(text) + len(end), list(_pasted(text))

    def _first(self) -> tuple[int, list[Piece]] | None:
        """Return the length of the first piece and what it is, or None if more bytes are needed."""
        found = WHOLE.match(self._held)
        if found is None:
            if BEGUN.match(self._held):
                return None
            broken = BROKEN.match(self._held)
            return (len(broken[0]) if broken else 1), [Torn()]
        if found.lastgroup == "text":
            return self._decode(found[0])
        return len(found[0]), list(self._known(str(found.lastgroup), found[0].decode("latin-1")))

    def _known(self, kind: str, sent: str) -> Iterator[Piece]:
        if kind == "control":
            yield Control(sent)
        elif sent == PASTE:
            self._pasting = True
        elif kind == "sequence" and sent != PASTE_END:
            yield Sequence(sent)

    def _decode(self, run: bytes) -> tuple[int, list[Piece]] | None:
        """Return the length and pieces of the beginning of a run of text, as `_first` does."""
        text, begun = readable(run)
        if text:
            return len(text.encode()), [TextPiece(text)]
        more_may_come = run == self._held
        if more_may_come and (begun or run in EIGHT_BITS):
            return None
        if EIGHT_BIT.match(run):
            self._held = ESCAPE + bytes([run[0] - 0x40]) + self._held[1:]
            return 0, []
        length = foreign(run, at_once=len(self._held) <= self._come_last)
        return None if more_may_come and length is None else (length or 2, [Foreign()])


def _goes_on(data: bytes) -> bool:
    """Whether bytes are more of a paste that was given up. Nobody types whole lines at once."""
    before, end, _ = data.partition(PASTE_END.encode())
    if end:
        return PASTE.encode() not in before
    lines = b"\r" in data or b"\n" in data
    return lines and len(data) > 1 and not data.startswith(ESCAPE)


def _pasted(sent: bytes, *, whole: bool = True) -> Iterator[Piece]:
    """Yield a paste. Its text survives even if the terminal is set to another encoding."""
    text, as_sent = pasted_text(sent)
    yield from [] if as_sent else [Foreign()]
    yield Pasted(text.replace(ESCAPE.decode(), STAND_IN), whole)
