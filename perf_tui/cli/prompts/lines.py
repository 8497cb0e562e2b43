"""What a line that was typed means, before anybody knows at which question."""

from __future__ import annotations

import re

# The dot as it is, and as an input method for Chinese writes it.
DOTS = ".。．｡"
QUESTION_MARKS = ("?", "？")
# A number may begin with a dot, so no digit follows that of a command; 到 needs no blank after it.
_SHAPE = re.compile(rf"[{DOTS}](到|[^\W\d_]+)\s*(.*)")
SAVING, LEAVING = ("存", "s"), ("完", "q")


def is_dot(line: str) -> bool:
    """Whether a line is a single dot, which ends a passage."""
    return line.strip() in tuple(DOTS)


def command_in(line: str) -> tuple[str, str] | None:
    """The name and the argument of a command; None for an answer."""
    if line.strip() in QUESTION_MARKS:
        return QUESTION_MARKS[0], ""
    found = _SHAPE.fullmatch(line.strip())
    return (found[1].lower(), found[2].strip()) if found else None


def saves_or_leaves(line: str) -> bool:
    """Whether a line is one of the commands that are heeded wherever something is heard."""
    command = command_in(line)
    return command is not None and not command[1] and command[0] in (*SAVING, *LEAVING)
