"""Commands that go somewhere: to pages, to problems, to the place of an edit."""

from __future__ import annotations

import re

from perf_tui.cli.prompts.results import progress_words
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import faults_at
from perf_tui.editing import problems, undoing
from perf_tui.editing.jump_targets import field_at, jump_targets

# "14 a" is the field with the shortcut a on page 14, as is "14a".
LETTER_APART = re.compile(r"(?<=\d)\s+(?=[^\W\d])")


def back(walk: Walk, place: int, _: str) -> int | None:
    """Go to the field before."""
    before = walk.before(place)
    if before is None:
        walk.say("这已经是第一栏")
    return before


def on(walk: Walk, place: int, _: str) -> int | None:
    """Go to the next page."""
    page = walk.steps[place].page
    ahead = (at for at in range(place, len(walk.steps)) if walk.steps[at].page is not page)
    following = next(ahead, None)
    if following is None:
        walk.say("这已经是最后一项，用 .完 保存并离开")
    return following


def go(walk: Walk, _: int, wanted: str) -> int | None:
    """Go to a page by number, name or initials, or to a field by its shortcut behind the number.

    Without any of these, say how far every page has come.
    """
    if not wanted:
        walk.say_all(progress_words(walk.open_year.change))
        return None
    open_year = walk.open_year
    form, texts = open_year.form, open_year.session.year.texts
    if target := field_at(form, texts, wanted):
        return walk.place_on(target.page, target.address)
    found = jump_targets(form, texts, LETTER_APART.sub("", wanted))
    if not found:
        walk.say(f"没有“{wanted}”这样的项，换个词试试，单用 .到 列出全部")
        return None
    first, *others = found
    if others and not wanted[0].isdecimal():
        walk.say("另有：" + "、".join(target.page.title for target in others))
    return walk.place_on(first.page, first.address)


def next_problem(walk: Walk, place: int, _: str) -> int | None:
    """Go to the next problem or blank of the whole year."""
    return _to_problem(walk, place, 1)


def previous_problem(walk: Walk, place: int, _: str) -> int | None:
    """Go to the previous problem or blank of the whole year."""
    return _to_problem(walk, place, -1)


def undo(walk: Walk, _: int, __: str) -> int | None:
    """Undo the last edit and go where it was."""
    return _show(walk, undoing.undo(walk.open_year))


def redo(walk: Walk, _: int, __: str) -> int | None:
    """Redo the edit that was undone last and go where it is."""
    return _show(walk, undoing.redo(walk.open_year))


def _to_problem(walk: Walk, place: int, step: int) -> int | None:
    found = problems.next_problem(walk.open_year, walk.steps[place].field.address, step)
    if found is None:
        walk.say(problems.nothing_left(walk.open_year))
        return None
    walk.say(found.words)
    walk.announce(walk.open_year.form.home_of[found.address])
    walk.say_all(faults_at(walk.open_year, found.address))
    return walk.place_of(found.address)


def _show(walk: Walk, undone: undoing.Undone) -> int | None:
    """Say what was undone or redone. Return its place, or None if it is in no field."""
    walk.say(undone.words)
    return None if undone.place is None else walk.place_of(undone.place)
