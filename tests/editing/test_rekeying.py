"""Figures typed a second time beside the first."""

import pytest

from perf_tui.core.numbers import Refusal
from perf_tui.editing.rekeying import Pair, rekeyed, verdict_on
from support.forms import FULL, small_form, stand

STANDING = stand(small_form(), {**FULL, "facts.spent": ""})


def again(address: str, text: str) -> Pair:
    pair = rekeyed(STANDING, address, text)
    assert isinstance(pair, Pair)
    return pair


@pytest.mark.parametrize(
    ("address", "text", "words"),
    [
        ("facts.due", "一百", "应办件数：100，两次一致"),
        ("facts.due", "1000", "应办件数：第一次 100，第二次 1000"),
        ("facts.due", "", "应办件数：第一次 100，第二次 空白"),
        ("facts.spent", "", "三公支出：空白，两次一致"),
        ("facts.spent", "约90", "三公支出：第一次 空白，第二次 约90"),
    ],
)
def test_both_figures_are_told_where_they_differ(address: str, text: str, words: str) -> None:
    assert again(address, text).words == words


def test_what_cannot_be_read_is_no_second_figure() -> None:
    assert isinstance(rekeyed(STANDING, "facts.due", "许多"), Refusal)


def test_one_that_differs_is_enough_to_look_again() -> None:
    same, other = again("facts.due", "100"), again("facts.done", "10")
    assert verdict_on([same]) == "两次填的都一致"
    assert verdict_on([same, other, same]) == "有不一致的，照原件改正"
