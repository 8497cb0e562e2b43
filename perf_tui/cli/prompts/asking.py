"""Asking field after field: the question, the answer, what was understood, what is wrong."""

from __future__ import annotations

from perf_tui.cli.prompts.commands import command_in, obey
from perf_tui.cli.prompts.hearing import EndOfInputError, at_keyboard, hear, hear_passage, is_dot
from perf_tui.cli.prompts.walk import LeavingError, Step, Walk
from perf_tui.cli.prompts.words import faults_at, question_of, understood, words_before
from perf_tui.core.numbers import Refusal
from perf_tui.core.readings import Reading
from perf_tui.core.year import pending_at


def ask_all(walk: Walk) -> None:
    """Ask from the first field on until the last is answered, the user leaves or input ends."""
    place = 0
    try:
        while place < len(walk.steps):
            place = _ask(walk, place) if walk.asks(place) else place + 1
    except (EndOfInputError, LeavingError):
        return


def _ask(walk: Walk, place: int) -> int:
    """Ask for one field; the place to go on at."""
    step = walk.steps[place]
    before = words_before(walk.desk.change.standing, step.page)
    walk.tell_all(before[step.field.address])
    asked_again = False
    while True:
        line = hear(walk.marks.spell(_question(walk, step)))
        if command := command_in(line):
            following = obey(walk, place, *command)
            if following is None:
                continue
            return following
        unreadable = isinstance(_answer(walk, step, line), Refusal)
        # Asked again, a file of answers would give the answer to the next question.
        if asked_again or not (unreadable and _says_something(line) and at_keyboard()):
            return place + 1
        asked_again = True


def _question(walk: Walk, step: Step) -> str:
    year, address = walk.desk.session.year, step.field.address
    return question_of(step.field, year.text(address), year.text(pending_at(address)))


def _answer(walk: Walk, step: Step, line: str) -> Reading:
    """Put an answer into the field, or keep and confirm what is there; then judge it."""
    field, desk = step.field, walk.desk
    if _says_something(line):
        text = hear_passage(line) if field.kind == "paragraph" else line
        desk.type(field.address, text)
        walk.tell_all(understood(field, _reading(walk, step)))
    desk.session.confirm(field.address)
    desk.leave(field.address)
    walk.tell_all(faults_at(desk, field.address))
    return _reading(walk, step)


def _reading(walk: Walk, step: Step) -> Reading:
    return walk.desk.change.standing.readings.by_address[step.field.address]


def _says_something(line: str) -> bool:
    """Whether a line is an answer; nothing, or a lone dot, keeps what is there."""
    return bool(line.strip()) and not is_dot(line)
