"""Merging a table into the year's indicators: what becomes of each row, what is to decide."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.cli.prompts.deciding import is_unheeded
from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.hearing import EndOfInputError, at_keyboard
from perf_tui.cli.prompts.lines import number_in
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.merge_words import doubts, said_of, state_of, state_of_missing
from perf_tui.editing.merging import Merge, laid_over, take_merge
from perf_tui.reader.targets import TargetTable

HOW = "直接回车就并入；输行号换一种认法，输 删 把表上没有的删去或留着，输 不 就不并入："
NOT_MERGED = "没有并入"
NO_OTHER = "这一行没有别的认法"


def merge_table(walk: Walk, table: TargetTable) -> None:
    """Say what becomes of each row and merge the table, after asking if anything is in doubt."""
    merge: Merge | None = laid_over(walk.open_year, table.indicators)
    if merge and merge.form.indicators:
        walk.say_all(_lines(merge))
        if merge.missing or any(doubts(merge)):
            merge = _decided(walk, merge)
    walk.say(take_merge(walk.open_year, merge) if merge else NOT_MERGED)
    walk.say_all(f"{one.name}：{doubt}" for one in table.indicators for doubt in one.doubts)


def _lines(merge: Merge) -> Iterator[str]:
    for place, row in enumerate(merge.rows):
        said = (state_of(merge, place), row.name, said_of(merge, place))
        yield f"{place + 1}，{'，'.join(filter(None, said))}"
    for one in merge.missing:
        yield f"表上没有：{one.name}，{state_of_missing(merge, one)}"


def _decided(walk: Walk, merge: Merge) -> Merge | None:
    """Return the merge as the user wants it, or None. Without an answer it is as it stands."""
    while typed := _heard(walk):
        said = set(_lines(merge))
        if typed == "不":
            return None
        if typed == "删":
            merge = merge.dropping(*(() if merge.dropped else [one.id for one in merge.missing]))
        elif number := number_in(typed, len(merge.rows)):
            turned = merge.turned(number - 1)
            walk.say_all([NO_OTHER] if turned is merge else [])
            merge = turned
        elif not at_keyboard():
            is_unheeded(walk, typed)
            return merge
        elif not is_unheeded(walk, typed):
            continue
        walk.say_all(line for line in _lines(merge) if line not in said)
    return merge


def _heard(walk: Walk) -> str:
    try:
        return hear_within(walk, HOW).strip()
    except EndOfInputError:  # the next question meets it again and ends the asking
        return ""
