"""The program in a pseudo-terminal while it is treated badly."""

from __future__ import annotations

from support.terminal import Terminal


def drained(terminal: Terminal, quiet: float = 1.5) -> bytes:
    """All that the program writes until it is quiet."""
    sent = b""
    while piece := terminal.read(quiet):
        sent += piece
    return sent
