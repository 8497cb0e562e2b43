"""Asking field after field: the question, the answer, how it was read, what is wrong."""

from __future__ import annotations

from perf_tui.cli.files import CommandError
from perf_tui.cli.prompts.commands import obey
from perf_tui.cli.prompts.hearing import EndOfInputError, at_keyboard, hear, hear_passage
from perf_tui.cli.prompts.lines import command_in, is_dot
from perf_tui.cli.prompts.vocabulary import WAYS
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.cli.prompts.words import faults_at, is_unreadable, question_of, understood
from perf_tui.editing.refusing import RefusedError, require_editable


def ask_all(walk: Walk) -> None:
    """Ask field after field until the last is answered, the user leaves or the input ends."""
    place = 0
    try:
        while place < len(walk.steps):
            place = _ask(walk, place) if walk.asks(place) else place + 1
    except (EndOfInputError, LeavingError):
        return


def _ask(walk: Walk, place: int) -> int:
    """Ask for the field at a place. Return the place to go on at."""
    question = walk.steps[place]
    field = question.field
    walk.introduce(place)
    asked_again = False
    while True:
        walk.open_year.note()
        walk.say_trouble()
        evaluation = walk.open_year.change.evaluation
        line = hear(walk.glyphs.spell(question_of(evaluation, field)))
        if not _says_something(line):
            _keep(walk, place)
            return walk.again(question, place) + 1
        command = command_in(line) or _answer(walk, place, line)
        if command:
            form = walk.open_year.form
            following = obey(walk, walk.again(question, place), *command)
            if following is not None:
                return following
            if walk.open_year.form is not form:
                return walk.again(question, place)
            continue
        # Not with a file of answers: its next line answers the next question.
        refused = not walk.open_year.editable or is_unreadable(
            walk.open_year.change.evaluation, field
        )
        if asked_again or not (refused and at_keyboard()):
            return walk.again(question, place) + 1
        asked_again = True


def _keep(walk: Walk, place: int) -> None:
    """Keep what is in the field, because nothing was answered, and confirm it if taken over."""
    address = walk.steps[place].field.address
    if walk.open_year.confirm(address):
        walk.say("已确认")
    walk.open_year.leave(address)
    walk.say_all(faults_at(walk.open_year, address))


def _answer(walk: Walk, place: int, line: str) -> tuple[str, str] | None:
    """Put an answer into the field and judge it.

    Returns the command that ended the answer, or None.
    """
    try:
        require_editable(walk.open_year)
    except RefusedError as refusal:
        _refuse(walk, refusal)
        return None
    field, open_year = walk.steps[place].field, walk.open_year
    lines, end = [line], ""
    try:
        if field.kind == "paragraph":
            end = hear_passage(lines)
    finally:  # keep what was heard before an interruption
        open_year.type(field.address, "\n".join(lines))
    open_year.confirm(field.address)  # if last year's answer was typed again
    walk.say_all(understood(field, open_year.change.evaluation.readings.by_address[field.address]))
    open_year.leave(field.address)
    walk.say_all(faults_at(open_year, field.address))
    return command_in(end)


def _refuse(walk: Walk, refusal: RefusedError) -> None:
    """Say why the year takes no answers.

    Raises CommandError for a file of answers, which would be read to its end for nothing.
    """
    if not at_keyboard():
        raise CommandError(f"{walk.open_year.path} {refusal.worded(WAYS)}")
    walk.say(refusal)


def _says_something(line: str) -> bool:
    """Whether a line is an answer. A blank line or a lone dot keeps what is there."""
    return bool(line.strip()) and not is_dot(line)
