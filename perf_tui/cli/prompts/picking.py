"""What .指标 takes from lists: indicators of the library, figures that are typed elsewhere."""

from __future__ import annotations

from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing import picking
from perf_tui.editing.reusing import reusable, reuse
from perf_tui.showing.indicators import about_common, goal_words

MOST = 20
NONE_SUCH = "没有这样的，换个词试试"


def library(walk: Walk, typed: str) -> None:
    """Say the fields of work, the indicators of a word, or add one of these by its number."""
    if not typed:
        walk.say("、".join(f"{name} {size} 项" for name, size in picking.areas().items()))
        walk.say("在 .指标 库 后面写领域、名称里的词或拼音首字母；再写序号就加进指标表")
        return
    words, number = _parted(typed)
    found = picking.found(words)
    if number:
        for one in found[number - 1 : number]:
            walk.say(picking.pick(walk.open_year, one, None)[1])
            walk.say_all(about_common(one))
    else:
        walk.say_all(f"{n} {one.name}，{goal_words(one)}" for n, one in enumerate(found[:MOST], 1))
    _say_rest(walk, len(found), number)


def use(walk: Walk, address: str, typed: str) -> None:
    """Say the figures of a word that are typed elsewhere, or use one of these by its number."""
    words, number = _parted(typed)
    found = reusable(walk.open_year.form, address, words)
    if number:
        for one in found[number - 1 : number]:
            walk.say(reuse(walk.open_year, address, one))
    else:
        walk.say_all(f"{n} {one.label}，在{one.source}" for n, one in enumerate(found[:MOST], 1))
    _say_rest(walk, len(found), number)


def _parted(typed: str) -> tuple[str, int]:
    """Return the words, and the number behind them or 0."""
    words, _, last = typed.rpartition(" ")
    if last.isdecimal() and len(last) <= len(str(MOST)):
        return words, int(last)
    return typed, 0


def _say_rest(walk: Walk, count: int, number: int) -> None:
    if number > count or not count:
        walk.say(NONE_SUCH)
    elif not number and count > MOST:
        walk.say(f"共 {count} 项，只列前 {MOST} 项，把词写得细些")
