"""What the lines of a report claim, however it is laid out."""

from decimal import Decimal

import pytest

from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.reader.claims import claims_of
from support.reports import SOUND, TABLE, changed


def claims(text: str) -> Claims:
    return claims_of(text.splitlines())


def test_whose_report_it_is() -> None:
    found = claims(SOUND)
    assert (found.unit, found.signature) == (
        Quote(1, "青石镇人民政府"),
        Quote(len(found.lines) - 1, "青石镇人民政府"),
    )
    assert found.year is not None
    assert (str(found.year.value), found.year.at) == ("2024", Quote(2, "2024年度"))
    assert found.day is not None
    assert found.day.isoformat() == "2025-04-10"


def test_the_budget_and_what_it_comes_to() -> None:
    found = claims(SOUND)
    (execution,) = found.executions
    told = (execution.initial, execution.adjusted, execution.executed, execution.rate)
    assert [one and f"{one.value}{one.unit}" for one in told] == [
        "2000万元",
        "2100万元",
        "1995万元",
        "95.00%",
    ]
    assert found.total is not None
    assert (found.total.value, found.grade) == (Decimal("99.5"), "优")


def test_the_indicators_one_by_one() -> None:
    found = claims(SOUND)
    assert [
        f"{one.number} {one.printed} {one.name} {one.weight and one.weight.value}"
        for one in found.items
    ] == [
        "1 1 养老补贴发放率 40",
        "2 2 安全生产事故次数 30",
        "3 3 矛盾纠纷调解成功率 20",
        "4 4 居民满意度 10",
    ]
    assert [one.score and one.score.value for one in found.items] == [40, 30, 20, 10]
    assert [
        f"{reach.actual.value} {reach.relation} {reach.target.value}"
        for one in found.items
        for reach in one.reaches
    ] == ["100 equal 100", "99 above 95", "95 above 90"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("4、居民满意度（10分）", "居民满意度"),
        ("４．居民满意度（１０分）", "居民满意度"),
        ("4.居民满意度(权重10分)", "居民满意度"),
        ("4. 居民（群众）满意度（分值：10分）", "居民（群众）满意度"),
        ("（4）居民满意度（10分）", "居民满意度"),
        ("[bookmark: _GoBack]4.居民满意度（10分）", "居民满意度"),
        ("居民满意度（10分）", "居民满意度"),
        ("4.居民满意度", "居民满意度"),
    ],
)
def test_headings_of_every_kind(heading: str, name: str) -> None:
    item = claims(changed("4.居民满意度（10分）", heading)).items[3]
    assert item.name == name
    assert item.score is not None
    assert item.weight is None or item.weight.value == 10


def test_indicators_under_chinese_numerals() -> None:
    text = SOUND
    for digit, numeral in zip("1234", "一二三四", strict=True):
        for name in ("养老", "安全生产", "矛盾", "居民满"):
            text = text.replace(f"{digit}.{name}", f"（{numeral}）{name}")
    found = claims(text)
    assert [one.printed for one in found.items] == [1, 2, 3, 4]
    assert found.items[3].score is not None
    assert found.total is not None


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("本项得10分", 10),
        ("该指标绩效评价得分为１０分", 10),
        ("自评得分：9.5分", Decimal("9.5")),
        ("计10分", 10),
        ("扣2分，得8分", 8),
    ],
)
def test_scores_of_every_wording(words: str, score: Decimal) -> None:
    item = claims(changed("本项得10分", words)).items[3]
    assert item.score is not None
    assert item.score.value == score


@pytest.mark.parametrize("words", ["得分率高", "不得10分", "获得10分钟的好评"])
def test_what_is_no_score(words: str) -> None:
    assert claims(changed("本项得10分", words)).items[3].scores == ()


def test_a_list_in_the_words_of_an_indicator_is_no_indicator() -> None:
    found = claims(changed("本项得10分。", "做法有：\n1.上门走访。\n2.电话回访。\n本项得10分。"))
    assert [one.name for one in found.items][3:] == ["居民满意度"]
    assert found.items[3].scores


def test_numbers_with_the_words_they_count() -> None:
    found = claims("2024年，新增低保24户38人，约30余次；为461名残疾人发放补助1,050.5万元。")
    assert [
        (one.label, str(one.value), one.unit, one.behind, one.rough) for one in found.counts
    ] == [
        ("新增低保", "24", "户", "", False),
        ("新增低保", "38", "人", "", False),
        ("", "30", "次", "", True),
        ("", "461", "名", "残疾人发放补助", False),
        ("残疾人发放补助", "1050.5", "万元", "", False),
    ]


def test_the_rows_of_the_table() -> None:
    found = claims(SOUND + TABLE)
    assert [f"{row.name} {row.weight and row.weight.value}" for row in found.rows] == [
        "1.养老补贴发放率 40",
        "2.安全生产事故次数 30",
        "3.矛盾纠纷调解成功率 20",
        "4.居民满意度 10",
        "合计 100",
    ]
    assert [row.is_sum for row in found.rows] == [False] * 4 + [True]
    assert found.table_total is not None
    assert found.table_total.value == Decimal("99.50")


def test_a_table_of_something_else_has_no_indicators() -> None:
    assert claims("姓名\t权重\n张三\t5\n指标名称\t单位\n到村率\t%\n").rows == ()
    assert claims("指标名称\t权重\t得分\n产出指标\t/\t/\n\t5\t5\n").rows == ()


def test_every_quote_stands_in_its_line() -> None:
    found = claims(SOUND + TABLE)
    quotes = [
        *(one.at for one in found.counts),
        *(one.phrase for one in found.counts),
        *(score.at for item in found.items for score in item.scores),
        *(reach.at for item in found.items for reach in item.reaches),
    ]
    assert quotes
    for quote in quotes:
        assert quote.text in found.lines[quote.line - 1]


@pytest.mark.parametrize("text", ["", "\n\n", "一、\n（一）\n", "一句话。"])
def test_a_text_that_is_no_report_claims_nothing(text: str) -> None:
    found = claims(text)
    assert (found.items, found.rows, found.total, found.executions) == ((), (), None, ())
