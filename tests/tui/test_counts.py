"""What a key costs: how often the year is evaluated, judged and noted, the page left and drawn."""

from collections import Counter
from pathlib import Path

from perf_tui.checks import judge
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.editing.open_year import OpenYear
from perf_tui.tui.drawing.page import lay_out_page
from support.counting import counting
from support.editor import Editor, editing

COUNTED = (evaluate, judge, OpenYear.leave, OpenYear.note, lay_out_page)


async def counts_of(editor: Editor, *keys: str) -> Counter[str]:
    with counting(*COUNTED) as counts:
        await editor.at_once(*keys)
    return counts


async def test_enter_evaluates_judges_leaves_and_draws_once(year: Path) -> None:
    async with editing(year, place="budget.initial") as editor:
        typed = await counts_of(editor, "3")
        assert typed == {"evaluate": 1, "judge": 1, "leave": 0, "note": 0, "lay_out_page": 1}
        await editor.at_once("万")
        entered = await counts_of(editor, "enter")
        assert entered == dict.fromkeys(typed, 1)
        assert editor.open_year.session.year.text("budget.initial").endswith("0000")


async def test_enter_on_what_was_only_looked_at_evaluates_nothing(year: Path) -> None:
    async with editing(year, place="budget.initial") as editor:
        entered = await counts_of(editor, "enter")
        assert entered == {"evaluate": 0, "judge": 0, "leave": 1, "note": 1, "lay_out_page": 1}


async def test_a_page_that_opens_is_drawn_twice_at_most(year: Path) -> None:
    async with editing(year) as editor:
        entered = await counts_of(editor, "enter")
        assert entered["lay_out_page"] <= 2
        turned = await counts_of(editor, "f4")
        assert turned["lay_out_page"] == turned["leave"] == turned["note"] == 1
