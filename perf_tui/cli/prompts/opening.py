"""What is said and asked before the first question: who has the file, its state, what was left."""

from __future__ import annotations

from perf_tui.cli.prompts.deciding import choose
from perf_tui.cli.prompts.hearing import at_keyboard
from perf_tui.cli.prompts.lines import leaves
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.editing.deciding import Matter
from perf_tui.editing.opening import NotOpenedError, to_settle
from perf_tui.store.errors import SaveError


def settle_opening(walk: Walk) -> None:
    """Let the user decide what has to be settled before the first question.

    With a file of answers nobody can be asked, and `unanswered` is chosen. Raises NotOpenedError if
    the file stays closed, and LeavingError if the user leaves before any of this is decided.
    """
    for matter in to_settle(walk.open_year):
        if at_keyboard():
            _ask(walk, matter)
        else:
            _tell(walk, matter)


def _ask(walk: Walk, matter: Matter) -> None:
    if not matter.choices:
        walk.say(matter.title, *matter.words.splitlines())
        return
    choice = choose(walk, matter, _leave_if_wanted)
    try:
        done = choice.do() if choice and choice.do else None
    except SaveError as error:
        walk.say(f"{matter.failed}：{error}")
    except NotOpenedError as refusal:
        walk.say_all(f"{matter.failed}：{words}" for words in filter(None, [str(refusal)]))
        raise
    else:
        walk.say_all(filter(None, [done]))


def _leave_if_wanted(line: str) -> bool:
    """Leave the file as it is, if the line says so. There is nothing to save yet."""
    if leaves(line):
        raise LeavingError
    return False


def _tell(walk: Walk, matter: Matter) -> None:
    walk.say_all((matter.brief or matter.words).splitlines())
    choice = None if matter.unanswered is None else matter.choices[matter.unanswered]
    if choice and choice.do and (done := choice.do()):
        walk.say(done)
