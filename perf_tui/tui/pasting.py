"""What is pasted stays one piece, even where it holds an escape character.

Textual reads such a character as the beginning of a key also within a bracketed paste: what follows
would overtake what stands before it, and could press keys.
"""

from __future__ import annotations

from collections.abc import Iterator

ESCAPE, STAND_IN = "\x1b", "\x1a"  # the stand-in is as invisible, and is stripped like it
START, END = f"{ESCAPE}[200~", f"{ESCAPE}[201~"


class PasteFilter:
    """Passes on what a terminal sends, piece by piece, with no escape inside of a paste."""

    def __init__(self) -> None:
        self._pasting = False
        self._recent = ""  # of what was passed on, as much as may begin a START
        self._held = ""  # of a paste, what may begin its END

    def pass_on(self, piece: str) -> str:
        """A piece as it may go on; "" while nothing of it can."""
        return "".join(self._parts(piece))

    def _parts(self, piece: str) -> Iterator[str]:
        while piece:
            part, piece = self._inside(piece) if self._pasting else self._outside(piece)
            yield part

    def _outside(self, piece: str) -> tuple[str, str]:
        seen = self._recent + piece
        at = seen.find(START)
        if at < 0:
            self._recent = seen[-len(START) + 1 :]
            return piece, ""
        end = at + len(START) - len(self._recent)
        self._pasting, self._recent = True, ""
        return piece[:end], piece[end:]

    def _inside(self, piece: str) -> tuple[str, str]:
        piece, self._held = self._held + piece, ""
        text, end, rest = piece.partition(END)
        if end:
            self._pasting = False
        else:
            kept = len(text) - _begun(text)
            text, self._held = text[:kept], text[kept:]
        return text.replace(ESCAPE, STAND_IN) + end, rest


def _begun(text: str) -> int:
    """How many characters at the end of a text may be the beginning of an END."""
    return next(n for n in range(len(END) - 1, -1, -1) if text.endswith(END[:n]))
