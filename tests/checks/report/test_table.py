"""The self-evaluation table: in itself, and beside the text."""

import pytest

from support.reports import SOUND, TABLE, changed, found_in

PLANTED = {
    "a row above its weight": ("4.居民满意度\t10\t100\t10", "4.居民满意度\t10\t100\t11"),
    "another weight than in the text": ("4.居民满意度\t10\t100\t10", "4.居民满意度\t8\t100\t8"),
    "another sum": ("合计\t100\t\t100", "合计\t100\t\t99"),
    "another total": ("自评总分\t99.50", "自评总分\t99.60"),
}
FOUND = {
    "a row above its weight": {"score-exceeds-weight", "table-differs", "sum-mismatch"},
    "another weight than in the text": {"weights-sum", "table-differs"},
    "another sum": {"sum-mismatch"},
    "another total": {"table-differs"},
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_in_the_table_is_found(name: str) -> None:
    text = SOUND + changed(*PLANTED[name], TABLE)
    found = found_in(text)
    assert {one.code for one in found} == FOUND[name]
    lines = text.splitlines()
    for one in found:
        assert "\t" in lines[one.at.line - 1]
        assert one.at.text in lines[one.at.line - 1]


def test_a_table_beside_the_text_names_the_line_of_the_text() -> None:
    text = SOUND + changed(*PLANTED["another total"], TABLE)
    (found,) = found_in(text)
    assert "总分自评表里是 99.6，正文里是 99.5" in found.sentence
    assert [text.splitlines()[line - 1][:4] for line in found.related] == ["综合得分"]


def test_a_row_that_the_text_does_not_have_is_left_alone() -> None:
    table = changed("4.居民满意度\t10", "4.群众满意程度\t10", TABLE)
    assert found_in(SOUND + table) == ()


def test_sums_of_groups_are_not_the_sum_of_all() -> None:
    table = changed("3.矛盾", "小计\t70\t\t70\n3.矛盾", TABLE)
    assert found_in(SOUND + table) == ()


def test_a_table_alone_is_judged_too() -> None:
    assert {one.code for one in found_in(TABLE)} >= {"signature-missing", "date-missing"}
    assert "score-missing" not in {one.code for one in found_in(TABLE)}
