"""Laying a table of targets over the indicators of a year: what is new, changed, and missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.comparing.changes import FormChange, changes_of
from perf_tui.core.form.comparing.matching import NONE_BEFORE, Matching, match, match_ids
from perf_tui.core.form.own import base_of, form_for, own_at, told_of
from perf_tui.core.form.own.properties import BEFORE, NUMBER
from perf_tui.editing.defining import (
    Texts,
    free_ids,
    numbered,
    removal,
)
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence
from perf_tui.editing.table_rows import answers_of_rows, texts_of_row
from perf_tui.reader.targets import IndicatorRow

TAKEN = "已加上 {count} 项指标，{undo} 撤销"
MERGED = "已并入：{what}，{undo} 撤销"
UNCHANGED = "表上的与现在的指标一样，没有要改的"


class UnchangedError(RefusedError):
    """A table says nothing otherwise than the year does."""

    def __init__(self) -> None:
        super().__init__(UNCHANGED)


@dataclass(frozen=True)
class Merge:
    """A table laid over the indicators of a year, before anything is done.

    `table` are the indicators of its rows, with the ids that they get if they are new. `same` maps
    the id of such a one to the id of the year's indicator that it changes. `dropped` are the ids of
    those that the table lacks and that are to be removed. `matching` is what was proposed.
    """

    form: Form
    year: Year
    rows: tuple[IndicatorRow, ...]
    table: tuple[Indicator, ...]
    matching: Matching
    same: Mapping[str, str]
    dropped: frozenset[str] = frozenset()

    @cached_property
    def missing(self) -> tuple[Indicator, ...]:
        """The year's indicators that the table lacks, in their order."""
        found = set(self.same.values())
        return tuple(one for one in self.form.indicators if one.id not in found)

    def in_doubt(self, place: int) -> bool:
        """Whether nothing but likeness says which indicator a row is, or might be."""
        ident = self.table[place].id
        pair = self.matching.by_now.get(ident)
        return pair.guessed if pair else self.matching.might_be(ident) is not None

    def turned(self, place: int) -> Merge:
        """Return the merge with a row taken for the next indicator that it might be, or for new.

        It is the same one if there is no such indicator, or no doubt about it.
        """
        if not self.in_doubt(place):
            return self
        ident = self.table[place].id
        pairs = (*self.matching.pairs, *self.matching.possible)
        others = {other for row, other in self.same.items() if row != ident}
        ways = [p.before.id for p in pairs if p.now.id == ident and p.before.id not in others]
        ways = [*dict.fromkeys(ways), ""]
        if len(ways) == 1:
            return self
        following = ways[(ways.index(self.same.get(ident, "")) + 1) % len(ways)]
        same = {row: other for row, other in self.same.items() if row != ident}
        same |= {ident: following} if following else {}
        return replace(self, same=same, dropped=self.dropped.difference(same.values()))

    def dropping(self, *idents: str) -> Merge:
        """Return the merge with other ones of those missing to be removed."""
        return replace(self, dropped=frozenset(idents))

    def ident_of(self, place: int) -> str:
        """Return the id under which the indicator of a row stands after the merge."""
        ident = self.table[place].id
        return self.same.get(ident, ident)

    @cached_property
    def order(self) -> list[str]:
        """The ids after the merge, in the table's order; one that it lacks follows the one before.

        Those to be removed still have their places.
        """
        following: dict[str | None, list[str]] = defaultdict(list)
        before = None
        found = set(self.same.values())
        for one in self.form.indicators:
            if one.id in found:
                before = one.id
            else:
                following[before].append(one.id)
        rows = [self.ident_of(place) for place in range(len(self.rows))]
        return [*following[None], *(at for row in rows for at in (row, *following[row]))]

    @cached_property
    def texts(self) -> Texts:
        """What the table says otherwise than the year, as address → text, without removals."""
        texts: Texts = {}
        for place in range(len(self.rows)):
            texts |= self._texts_of(place)
        left = [ident for ident in self.order if ident not in self.dropped]
        return {**texts, **numbered(self.form, left)}

    def _texts_of(self, place: int) -> Texts:
        """Return what a row says otherwise; one turned into a new one was none last year either."""
        ident, one = self.ident_of(place), self.table[place]
        table = told_of(one)
        known = told_of(self.form.by_id[ident]) if ident != one.id else {}
        texts = {}
        for at, text in texts_of_row(ident, self.rows[place]).items():
            key = at.rsplit(".", 1)[1]
            if key not in table or table[key] != known.get(key):
                texts[at] = text
        turned_away = not known and one.id in self.matching.by_now
        return texts | ({own_at(ident, BEFORE): NONE_BEFORE} if turned_away else {})

    @cached_property
    def changes(self) -> Mapping[str, tuple[FormChange, ...]]:
        """Id of an indicator → what the merge changes of it, if anything."""
        form = self.form
        after = form_for(form, {**self.year.texts, **self.texts}).indicators
        found: dict[str, list[FormChange]] = defaultdict(list)
        for change in changes_of(match_ids(form.indicators, after)):
            found[change.key].append(change)
        return {ident: tuple(changes) for ident, changes in found.items()}


def laid_over(open_year: OpenYear, rows: Sequence[IndicatorRow]) -> Merge:
    """Lay the rows of a table over the year's indicators, as it is proposed to merge them."""
    form = open_year.form
    texts: Texts = {}
    idents = [ident for ident, _ in zip(free_ids(open_year), rows, strict=False)]
    for number, (ident, row) in enumerate(zip(idents, rows, strict=True), 1):
        texts |= {**texts_of_row(ident, row), own_at(ident, NUMBER): str(number)}
    table = form_for(replace(base_of(form), indicators=()), texts).indicators
    matching = match(form.indicators, table)
    same = {pair.now.id: pair.before.id for pair in matching.pairs}
    return Merge(form, open_year.session.year, tuple(rows), table, matching, same)


def take_merge(open_year: OpenYear, merge: Merge) -> Sentence:
    """Do what a merge says, in one step, with what its rows say was reached. Return what was done.

    Raises RefusedError if nothing can be typed, and UnchangedError if there is nothing to do.
    """
    require_editable(open_year)
    texts = {**merge.texts, **removal(open_year, *merge.dropped)}
    rows = {merge.ident_of(place): row for place, row in enumerate(merge.rows)}
    merged = open_year.session.year.with_texts(texts)
    texts |= answers_of_rows(open_year.form, merged, rows)
    if not texts:
        raise UnchangedError
    open_year.session.put_all(texts)
    open_year.note()
    open_year.show_typed()
    if not merge.form.indicators:
        return sentence(TAKEN, count=str(len(merge.rows)))
    return sentence(MERGED, what="，".join(_counted(merge)))


def take_table(open_year: OpenYear, rows: Sequence[IndicatorRow]) -> Merge:
    """Merge a table as it is proposed, so that nothing is removed, and return the merge.

    Last year's table again changes nothing. Raises RefusedError if nothing can be typed.
    """
    merge = laid_over(open_year, rows)
    with suppress(UnchangedError):
        take_merge(open_year, merge)
    return merge


def _counted(merge: Merge) -> Iterator[str]:
    known = set(merge.same.values())
    counts = {
        "改动": sum(ident in known for ident in merge.changes),
        "新增": len(merge.rows) - len(known),
        "删去": len(merge.dropped),
    }
    yield from (f"{what} {count} 项" for what, count in counts.items() if count)
