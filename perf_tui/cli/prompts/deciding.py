"""Matters that only the user can decide, as numbered lines and a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from perf_tui.cli.prompts.hearing import EndOfInputError, at_keyboard, hear
from perf_tui.cli.prompts.lines import command_in, number_in
from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.answers.differences import differences
from perf_tui.core.form import Form
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.versions import Versions
from perf_tui.store.errors import YearError


def choose(walk: Walk, matter: Matter, heed: Callable[[str], bool]) -> Choice | None:
    """Return the choice that the user makes, or None.

    After a look at two versions or at a list, the same question is asked again. An empty line or
    the end of input choose `matter.unanswered`. `heed` carries out a command to save or to leave,
    instead of any choice, and returns whether a line is one.
    """
    walk.say(matter.title, *matter.words.splitlines())
    walk.say_all(f"{number}，{one.words}" for number, one in enumerate(matter.choices, 1))
    while (choice := _hear_choice(walk, matter, heed)) is not None:
        if choice.look:
            tell_versions(walk, choice.look)
        elif choice.read:
            walk.say_all(choice.read())
        else:
            break
    return choice


def is_unheeded(walk: Walk, line: str) -> bool:
    """Whether a line is a command, which is said not to be heeded at this question."""
    if command_in(line) is None:
        return False
    walk.say(f"“{line.strip()}”没有照办，先答这一问；这里只有 .存 和 .完 有用")
    return True


def tell_versions(walk: Walk, look: Callable[[], Versions]) -> None:
    """Say in what two versions of the year differ, or why they cannot be read."""
    try:
        walk.say_all(_difference_lines(walk.open_year.form, look()))
    except YearError as trouble:
        walk.say(f"差别看不了：{trouble}")


def _hear_choice(walk: Walk, matter: Matter, heed: Callable[[str], bool]) -> Choice | None:
    default = matter.unanswered
    without = "不选" if default is None else f"是 {default + 1}"
    while True:
        typed = _heard(walk, f"输前面的数，直接回车就{without}：")
        if number := number_in(typed, len(matter.choices)):
            return matter.choices[number - 1]
        if heed(typed):
            return None
        unheeded = is_unheeded(walk, typed)
        if not typed or not at_keyboard():
            return None if default is None else matter.choices[default]
        if not unheeded:
            walk.say(f"没有“{typed}”这一条，只输前面的数")


def _heard(walk: Walk, question: str) -> str:
    try:
        return hear(walk.glyphs.spell(question)).strip()
    except EndOfInputError:  # the next question meets it again and ends the asking
        return ""


def _difference_lines(form: Form, versions: Versions) -> Iterator[str]:
    first, second = versions
    found = differences(form, first.year, second.year)
    if not found:
        yield "两份内容一样"
    for one in found:
        yield (
            f"{one.place}：{first.name} {one.before or '空白'}，{second.name} {one.after or '空白'}"
        )
