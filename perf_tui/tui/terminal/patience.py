"""How long to wait for the rest of what a terminal has begun to send, in seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# An Esc is a key by itself or the beginning of another; only time tells which.
ESCAPE_HERE, ESCAPE_FAR = 0.1, 0.5
LONGEST_ESCAPE = 5.0
DELAY = "ESCDELAY"  # in milliseconds, as ncurses and Textual know it


@dataclass(frozen=True, slots=True)
class Patience:
    """Waiting times in seconds: after an Esc, between parts of a paste, between other parts.

    `whole` is the longest time from the beginning of a sequence other than a paste, so that one
    without an end does not swallow the keys typed after it.
    """

    escape: float = ESCAPE_HERE
    part: float = 1.0
    whole: float = 3.0
    paste: float = 1.5


def patience(environ: Mapping[str, str]) -> Patience:
    """Return the waiting times for this environment: `ESCDELAY`, or longer ones over a network.

    Over a network an Esc may come long before the rest of its key.
    """
    given = environ.get(DELAY, "")
    if given.isascii() and given.isdecimal() and int(given[:5]):
        return Patience(escape=min(int(given[:5]) / 1000, LONGEST_ESCAPE))
    far = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    return Patience(escape=ESCAPE_FAR if far else ESCAPE_HERE)
