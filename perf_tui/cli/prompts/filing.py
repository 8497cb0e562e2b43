"""Commands about the year's file: saving, leaving, making final, choosing last year's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from perf_tui.cli.prompts.deciding import choose, is_unheeded
from perf_tui.cli.prompts.hearing import at_keyboard, hear
from perf_tui.cli.prompts.lines import SAVING, command_in, number_in, saves_or_leaves
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.cli.prompts.words import faults_at
from perf_tui.editing import finality, last_year, saving
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError
from perf_tui.store.years.year_file import ENDING


def save(walk: Walk, _: int, __: str) -> None:
    """Save the file and say where."""
    _save(walk)


def finish(walk: Walk, _: int, __: str) -> None:
    """Save what is unsaved, and leave unless that fails."""
    if attempt(walk, lambda: saving.save_rest(walk.open_year)):
        raise LeavingError


def attempt(walk: Walk, write: Callable[[], object]) -> bool:
    """Save by calling `write`. Return whether the year is saved.

    If that fails, say why and let the user choose what to do instead.
    """
    try:
        write()
    except SaveError as error:
        if at_keyboard():
            return _decide(walk, error)
        walk.say(str(error))
        return False
    return True


def heed(walk: Walk, line: str) -> bool | None:
    """Save or leave if the line says so.

    Return whether the year is saved, or None if the line says neither.
    """
    if not saves_or_leaves(line):
        return None
    name, _ = command_in(line) or ("", "")
    if name in SAVING:
        return _save(walk)
    finish(walk, 0, "")
    return False


def hear_within(walk: Walk, question: str) -> str:
    """Return the answer to a question that a command asks.

    Until it is given, the commands to save and to leave work.
    """
    while heed(walk, line := hear(walk.glyphs.spell(question))) is not None:
        pass
    return line


def hear_choice(walk: Walk, lines: Iterable[str], question: str) -> int | None:
    """Say lines with numbers, ask, and return the place of the one that is chosen, or None."""
    numbered = [f"{number}，{line}" for number, line in enumerate(lines, 1)]
    walk.say_all(numbered)
    typed = hear_within(walk, question).strip()
    if number := number_in(typed, len(numbered)):
        return number - 1
    if typed:
        walk.say(f"没有第 {typed} 条")
    return None


def make_final(walk: Walk, _: int, __: str) -> int | None:
    """Make the year final and save it, or return the place of the first error."""
    try:
        finality.make_final(walk.open_year)
    except finality.NotFinalError as refusal:
        address = refusal.errors[0].places[0]
        walk.say(f"{refusal}；.查 看全部，.下处 到下一处")
        walk.announce(walk.open_year.form.home_of[address])
        walk.say_all(faults_at(walk.open_year, address))
        return walk.place_of(address)
    if attempt(walk, lambda: saving.save(walk.open_year)):
        walk.say(finality.FINISHED)
    return None


def reopen(walk: Walk, _: int, reason: str) -> None:
    """Open a final year again for a reason."""
    finality.reopen(walk.open_year, reason)
    walk.say(finality.REOPENED)


def choose_last(walk: Walk, _: int, __: str) -> None:
    """Let the user choose which file is last year's."""
    found = last_year.files_to_choose(walk.open_year)
    lines = (
        f"{file.year.year} 年，{path.name}，{file.year.text('unit.name')}" for path, file in found
    )
    place = hear_choice(walk, lines, "用哪一个？输前面的数，不改就回车：")
    if place is None:
        walk.say("上年文件没有改")
    else:
        walk.say(last_year.choose(walk.open_year, *found[place]))


def _save(walk: Walk) -> bool:
    saved = attempt(walk, lambda: saving.save(walk.open_year))
    if saved:
        walk.say(f"已保存到 {walk.open_year.path}")
    return saved


def _decide(walk: Walk, error: SaveError) -> bool:
    """Let the user choose what to do after saving failed. Return whether the year is saved now."""
    saved = False

    def instead(line: str) -> bool:
        nonlocal saved
        heeded = heed(walk, line)
        saved = bool(heeded)
        return heeded is not None

    choice = choose(walk, saving.unsaved(walk.open_year, error), instead)
    if choice is None:
        return saved
    if choice.elsewhere:
        return _save_elsewhere(walk)
    return choice.do is not None and attempt(walk, choice.do)


def _save_elsewhere(walk: Walk) -> bool:
    proposed = str(saving.proposed_elsewhere(walk.open_year))
    line = hear(walk.glyphs.spell(f"另存到哪里？直接回车就是 {proposed}："))
    if (heeded := heed(walk, line)) is not None:
        return heeded
    if not line.strip().lower().endswith(ENDING) and is_unheeded(walk, line):
        return False
    try:
        saving.save_elsewhere(walk.open_year, line.strip() or proposed)
    except RefusedError as refusal:
        walk.say(refusal)
        return False
    except SaveError as error:
        walk.say(str(error))
        return False
    return True
