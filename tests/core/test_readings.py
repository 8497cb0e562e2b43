"""What a typed text means in its field, and the form in which it is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.answers.readings import as_words, read_field, settled_text
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, Refusal
from support.forms import small_form, stand

MONEY = Field("budget.executed", "执行数", "money", "元")
DATE = Field("unit.report_date", "成文日期", "date")
TIER = Field("tier", "完成情况", "choice", choices=("达成", "部分达成", "未达成"))
TEXT = Field("remark", "说明", "text")
PASSAGE = Field("paragraph", "评价文字", "paragraph")
DAY = date(2025, 4, 15)


@pytest.mark.parametrize(
    "field",
    [MONEY, DATE, TIER, TEXT, PASSAGE, Field("a", "a", "count"), Field("a", "a", "percent", "%")],
)
@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_a_blank_means_nothing(field: Field, text: str) -> None:
    assert read_field(field, text) is None
    assert settled_text(field, text) == ""


@pytest.mark.parametrize("kind", ["count", "number", "money", "percent"])
def test_numbers_keep_their_qualifier(kind: str) -> None:
    field = Field("a", "a", kind)  # type: ignore[arg-type]
    assert read_field(field, "约22.6") == Number(Decimal("22.6"), "约")
    assert isinstance(read_field(field, "好多"), Refusal)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-15",
        "2025-4-15",
        "2025.4.15",
        "2025/04/15",
        "2025年4月15日",
        "2025年04月15日",
        " 2025 年 4 月 15 日 ",
        "２０２５－０４－１５",
        "２０２５．４．１５",
        "20250415",
        "２０２５０４１５",
    ],
)
def test_dates(text: str) -> None:
    assert read_field(DATE, text) == DAY
    assert settled_text(DATE, text) == "2025-04-15"


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-04-31",
        "2025-00-10",
        "0000-01-01",
        "2025年4月",
        "4月15日",
        "20250230",
        "2025415",
        "25-4-15",
        "二〇二五年四月十五日",
        "2025-04-15 10:00",
        "明天",
    ],
)
def test_days_that_are_none(text: str) -> None:
    refusal = read_field(DATE, text)
    assert refusal == Refusal(f"“{text}”不是日历上的日期", "按 2025-04-15 的样子填")
    assert settled_text(DATE, text) == text


def test_a_leap_day() -> None:
    assert read_field(DATE, "2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("达成", "达成"),
        (" 部分达成 ", "部分达成"),
        ("1", "达成"),
        ("3", "未达成"),
        ("２", "部分达成"),
        ("部分", "部分达成"),
        ("达", "达成"),
    ],
)
def test_choices_by_word_and_number(text: str, choice: str) -> None:
    assert read_field(TIER, text) == choice
    assert settled_text(TIER, text) == choice


@pytest.mark.parametrize("text", ["0", "4", "-1", "1.5", "0010", "²", "基本达成", "成", "9" * 5000])
def test_choices_that_are_not_offered(text: str) -> None:
    refusal = read_field(TIER, text)
    offered = "填序号或文字：1 达成、2 部分达成、3 未达成"
    assert refusal == Refusal(f"“{text[:20]}”不在选项里", offered)


def test_texts_lose_only_the_blanks_around_them() -> None:
    assert read_field(PASSAGE, "　第一段。\n第二段。\n") == "第一段。\n第二段。"


@pytest.mark.parametrize(
    ("field", "text", "settled"),
    [
        (MONEY, "３，８８２．０１元", "3882.01"),
        (MONEY, "3882.01万元", "38820100"),
        (MONEY, "近300", "近300"),
        (MONEY, "约八成", "约八成"),
        (TEXT, " 见台账 ", "见台账"),
    ],
)
def test_accepted_texts_are_kept_plainly(field: Field, text: str, settled: str) -> None:
    assert settled_text(field, text) == settled


@given(
    st.sampled_from([MONEY, DATE, TIER, TEXT, PASSAGE]),
    st.text(max_size=12)
    | st.text("0123456789.,-约近余万元年月日 ０１９．，达成", max_size=10)
    | st.dates().map(str),
)
def test_settling_changes_a_text_once_and_its_meaning_never(field: Field, text: str) -> None:
    settled = settled_text(field, text)
    assert settled_text(field, settled) == settled
    before, after = read_field(field, text), read_field(field, settled)
    assert before == after or isinstance(before, Refusal)


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (Number(Decimal(300), "余"), "300余"),
        (DAY, "2025年4月15日"),
        ("达成", "达成"),
        (Refusal("读不出", "改填"), None),
        (None, None),
    ],
)
def test_readings_in_a_sentence(reading: object, words: str | None) -> None:
    assert as_words(reading) == words  # type: ignore[arg-type]


def test_a_year_gives_its_numbers_under_their_names() -> None:
    texts = {
        "unit.name": "云溪镇",
        "budget.executed": "3亿元",
        "facts.due": "约7",
        "facts.done": "几",
    }
    readings = stand(small_form(), texts).readings
    assert readings.amounts["executed"] == 30000
    assert readings.amounts["due"] == 7
    assert readings.amounts["unit_name"] is readings.amounts["done"] is None
    assert readings.amounts["adjusted"] is None
    assert readings.number("facts.due") == 7
    assert readings.words("facts.due") == "约7"
    assert readings.number("unit.name") is readings.number("nowhere") is None
    assert readings.words("facts.done") is readings.words("nowhere") is None


def test_which_fields_hold_words_of_any_length() -> None:
    assert [field.wordy for field in (MONEY, DATE, TIER, TEXT, PASSAGE)] == [False] * 3 + [True] * 2
