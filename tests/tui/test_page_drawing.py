"""A form as rows: the places of its fields, their values, and what is said beside them."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Page
from perf_tui.core.session import Change, Session
from perf_tui.showing.blocks import REWRITTEN, page_title
from perf_tui.showing.glyphs import FULL
from perf_tui.tui.drawing.page import (
    LABEL,
    REWRITE,
    TALLEST_EDITOR,
    PageLayout,
    PageView,
    lay_out_page,
)
from perf_tui.tui.drawing.rows import DrawnRow, width_of
from perf_tui.tui.keys.bindings import DEFAULTS, key_names
from support.forms import FULL as TEXTS
from support.forms import small_form
from support.samples import JIANLONG, SAMPLES, empty, opened, page_of

WIDTHS = (52, 78, 118)
OURS = [path for path in SAMPLES if path.stem.endswith("2024")]  # of both townships
KEYS = key_names(DEFAULTS)


def draw(
    change: Change, page: Page, active: str = "", judged: Collection[str] = (), width: int = 78
) -> PageLayout:
    told = [one for one in change.findings if one.field in judged]
    return lay_out_page(PageView(change, page, active, told, width, FULL, KEYS))


def text_of(row: DrawnRow) -> str:
    return "".join(piece.text for piece in row)


def said(layout: PageLayout) -> str:
    return "\n".join(map(text_of, layout.rows))


def cells_of(row: DrawnRow, start: int, width: int) -> str:
    """What stands in a stretch of cells."""
    cells: list[str] = []
    for character in text_of(row):
        cells += [character, *[""] * (cell_len(character) - 1)]
    return "".join(cells[start : start + width]).rstrip()


def everywhere(path: Path) -> Iterator[tuple[Change, Page]]:
    change = opened(path)
    yield from ((change, page) for page in change.evaluation.form.pages)


def small(**texts: str) -> Change:
    form = small_form()
    filled = {**TEXTS, **{name.replace("__", "."): text for name, text in texts.items()}}
    return Session(form, Year(form.id, 2024, filled), judge).change


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_page(path: Path, width: int) -> None:
    for change, page in everywhere(path):
        for active in page.addresses:
            layout = draw(change, page, active, change.evaluation.form.fields, width)
            assert all(width_of(row) <= width for row in layout.rows), (page.id, active)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_the_slots_are_the_fields_in_walking_order_from_top_to_bottom(path: Path) -> None:
    for change, page in everywhere(path):
        slots = draw(change, page, page.addresses[-1]).slots
        fields, texts = change.evaluation.form.fields, change.evaluation.year.texts
        assert list(slots) == [at for at in page.addresses if fields[at].asked(texts)]
        tops = [slot.y for slot in slots.values()]
        assert tops == sorted(set(tops))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_value_stands_in_its_slot_and_makes_room_for_the_editor(path: Path, width: int) -> None:
    for change, page in everywhere(path):
        idle = draw(change, page, width=width)
        for address in idle.slots:
            text = change.evaluation.year.text(address)
            shown = in_slot(idle, address)
            if not text:
                assert shown[0] == "____" or shown[0].endswith("（表定）")
            elif len(shown) < TALLEST_EDITOR:
                assert "".join(shown) == text.replace("\n", "")
            assert not any(in_slot(draw(change, page, address, width=width), address))


def in_slot(layout: PageLayout, address: str) -> list[str]:
    """What stands at a field's place."""
    slot = layout.slots[address]
    rows = layout.rows[slot.y : slot.y + slot.height]
    return [cells_of(row, slot.x, slot.width) for row in rows]


def test_a_label_too_long_for_its_column_has_a_row_of_its_own() -> None:
    change = opened(JIANLONG)
    page = page_of(change, "achievements")
    layout = draw(change, page)
    slot = layout.slots["facts.catering_revenue_growth"]
    assert text_of(layout.rows[slot.y - 1]).strip() == "限上住宿餐饮业营业收入增速"
    assert text_of(layout.rows[slot.y])[:LABEL].strip() == ""
    assert "20.16" in text_of(layout.rows[slot.y])


def test_under_the_active_field_stands_what_was_understood_or_what_to_type() -> None:
    change = opened(JIANLONG)
    budget, mood = page_of(change, "budget"), page_of(change, "wellbeing")
    assert "= 38,820,071.88 元（3,882.01 万元）" in said(draw(change, budget, "budget.executed"))
    assert "= 38,820,071.88" not in said(draw(change, budget, "budget.initial"))
    tier = said(draw(change, mood, "indicators.wellbeing.tier"))
    assert "1 达成  2 部分达成  3 未达成" in tier
    unit = page_of(change, "unit")
    assert "= 2025年4月15日" in said(draw(change, unit, "unit.report_date"))
    assert "出处：年初部门预算批复" in said(
        draw(empty(), page_of(empty(), "budget"), "budget.initial")
    )


def test_a_finding_is_shown_only_once_its_field_has_been_judged() -> None:
    change = small(facts__due="abc")
    page = page_of(change, "cases")
    assert "读不成数" not in said(draw(change, page))
    assert "「abc」读不成数" in said(draw(change, page, judged={"facts.due"}))
    assert "还没有填" not in said(draw(empty(), page_of(empty(), "budget")))


def test_a_field_that_only_takes_part_points_to_where_it_is_said() -> None:
    change = small(facts__done="101")
    page = page_of(change, "cases")
    (finding,) = (one for one in change.findings if one.code == "constraint")
    told, related = finding.places
    layout = draw(change, page, judged={told})
    pointing = text_of(layout.rows[layout.slots[related].y + 1])
    label = change.evaluation.form.fields[told].label
    assert pointing.strip() == f"! 见“{label}”一栏的提醒"
    assert said(layout).count("办结多于应办。改正其中一个数。") == 1


def test_a_passage_says_whether_it_is_generated_or_rewritten() -> None:
    change = opened(JIANLONG)
    page = page_of(change, "budget_execution")
    assert REWRITE.format_map(KEYS) in said(draw(change, page))
    own = small(indicators__cases__paragraph="自己写的一段。")
    assert REWRITTEN in said(draw(own, page_of(own, "cases")))


def test_titles_name_number_weight_and_target() -> None:
    change = opened(JIANLONG)
    title = page_title(change.evaluation, page_of(change, "medical_insurance"))
    assert title == "12 辖区群众合作医疗参保率  权重 5 分  目标 ≥ 90%"
    assert page_title(change.evaluation, page_of(change, "budget")) == "预算执行"
    lowered = small(indicators__fires__adjusted_target="2")
    assert page_title(lowered.evaluation, page_of(lowered, "fires")).endswith("目标 = 2次")
