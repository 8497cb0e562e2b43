"""What a typed line means, whatever the question is."""

from __future__ import annotations

import re

# The dot, and what Chinese input methods write for it.
DOTS = ".。．｡"
QUESTION_MARKS = ("?", "？")
# Letters follow the dot of a command, because .5 is a number. 到 needs no blank after it.
_SHAPE = re.compile(rf"[{DOTS}](到|[^\W\d_]+)\s*(.*)")
SAVING, LEAVING = ("存", "s"), ("完", "q")


def is_dot(line: str) -> bool:
    """Whether a line is a lone dot, which ends a passage."""
    return line.strip() in tuple(DOTS)


def command_in(line: str) -> tuple[str, str] | None:
    """Return the name and the argument of a command, or None for an answer."""
    if line.strip() in QUESTION_MARKS:
        return QUESTION_MARKS[0], ""
    found = _SHAPE.fullmatch(line.strip())
    return (found[1].lower(), found[2].strip()) if found else None


def number_in(typed: str, most: int) -> int:
    """Return the number from 1 to `most` that was typed, or 0 if it is none."""
    number = int(typed) if typed.isdecimal() and len(typed) <= len(str(most)) else 0
    return number if number <= most else 0


def saves_or_leaves(line: str) -> bool:
    """Whether a line is the command to save or to leave, which work at every question."""
    command = command_in(line)
    return command is not None and not command[1] and command[0] in (*SAVING, *LEAVING)


def leaves(line: str) -> bool:
    """Whether a line is the command to leave."""
    return saves_or_leaves(line) and (command_in(line) or ("",))[0] in LEAVING
