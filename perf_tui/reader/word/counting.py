"""The numbers that Word puts before paragraphs and that stand nowhere in the text."""

from __future__ import annotations

import re

from perf_tui.reader.parts.xml import whole
from perf_tui.reader.word.lists import Level, Lists, Numbers
from perf_tui.reader.word.numerals import written
from perf_tui.reader.word.styles import Styles

NO_LIST = "0"  # the id that takes a paragraph out of its style's list
PLACE = re.compile("%([1-9])")
CLOSED = "、，。．：）】」"  # marks that need no space behind them


class Counting:
    """Counts paragraphs as they come, from the first to the last."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self.lists, self.styles = lists, styles
        lists.link(styles)
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, style: str, number: str | None, level: str | None) -> str:
        """Count a paragraph and return the label before it, such as 一、, or an empty string.

        `number` and `level` are the paragraph's own list and level, which precede its style's.
        """
        name, place = self._list(style or self.styles.default, number, level)
        if name not in self.lists.all:
            return ""
        numbers = self.lists.all[name]
        levels = self.lists.levels(numbers)
        if place not in levels:
            return ""
        counts = self.counts.setdefault(numbers.scheme, {})
        _count(counts, place, levels, numbers, first=(name, place) not in self.begun)
        self.begun.add((name, place))
        return _label(counts, levels, levels[place])

    def _list(self, style: str, number: str | None, level: str | None) -> tuple[str, int]:
        """Return the id of a paragraph's list and its level there, its own before its style's."""
        for name, one in self.styles.chain(style):
            if number is None and one.number is not None:
                number = one.number
                level = self._linked_level(number, name) if level is None else level
            level = one.level if level is None else level
        return number or NO_LIST, whole(level or "")

    def _linked_level(self, number: str, style: str) -> str | None:
        """Return the level of a list that belongs to a style, or None if none does."""
        levels = self.lists.levels(self.lists.all.get(number, Numbers()))
        return next((str(place) for place, one in levels.items() if one.style == style), None)


def _count(
    counts: dict[int, int], place: int, levels: dict[int, Level], numbers: Numbers, *, first: bool
) -> None:
    """Count one more at this level, below which counting begins anew.

    `first` says that it is the first paragraph of this list at this level.
    """
    begin = numbers.starts.get(place, levels[place].start)
    anew = place not in counts or (first and place in numbers.starts)
    counts[place] = begin if anew else counts[place] + 1
    for below in [below for below in counts if below > place]:
        restart = levels[below].restart if below in levels else None
        if place < (below if restart is None else restart):
            del counts[below]


def _label(counts: dict[int, int], levels: dict[int, Level], level: Level) -> str:
    """Return the level's pattern filled in, with a space where the text would touch a number."""
    if level.form == "bullet":
        return ""

    def one(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        above = levels.get(place, Level())
        form = "decimal" if level.legal and above.form != "none" else above.form
        return written(counts.get(place, above.start), form)

    label = PLACE.sub(one, level.pattern)
    close = level.suffix == "nothing" or label[-1:] in CLOSED
    return label if close else f"{label} "
