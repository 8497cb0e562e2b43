"""Numbers in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perf_tui.core.wording.figures import figures_in, grades_in, scores_in, totals_in

GRADES = ("优", "良", "中", "差")
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _values(text: str) -> list[str]:
    return [str(figure.value) for figure in figures_in(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("办结88件，占99.5%", ["88", "99.5"]),
        ("办结８８件，占９９．５％", ["88", "99.5"]),
        ("支出38,820,071.88元", ["38820071.88"]),
        ("支出38，820，071.88元", ["38820071.88"]),
        ("分别为12，300", ["12", "300"]),
        ("近300万元，600余人次，约22.6万元", ["300", "600", "22.6"]),
        ("下降3.48%", ["3.48"]),
        ("流域15.01km", ["15.01"]),
        # No figures:
        ("2024年4月15日，4月，15日", []),
        ("2024-04-15和2024.4.15", []),
        ("1—7月，2021-2023年，5至7月，6、7月", []),
        ("1.落实2、排查（3）化解(4)", ["2"]),
        ("一是干。2.落实", []),
        ("依据〔2024〕5号文、《2024年88条》、第3卷", []),
        ("5G基站、PM2.5、12345热线", []),
        ("身份证123456789012345678", []),
        ("8：30到17:00，下午3时，7×24小时", []),
        ("历时3小时，费时间2天", ["3", "2"]),
        ("全年365天、12个月、4个季度", []),
        ("见表3，附件2，附表1，表4所列", []),
        ("报表3份", ["3"]),
        ("K12+300处", []),
        ("邮政编码402760，电话023-41234567，手机13800000000", []),
        # Money, however much it looks like a date:
        ("2024.05万元", ["2024.05"]),
        ("1.5万元", ["1.5"]),
        ("13000000000.00元，共 13000000000 元", ["13000000000.00", "13000000000"]),
    ],
)
def test_what_counts_as_a_figure(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "amount", "agrees"),
    [
        ("3882.01万元", "38820071.88", True),
        ("3882万元", "38820071.88", True),
        ("3883万元", "38820071.88", False),
        ("38820071.88元", "38820071.88", True),
        ("0.27亿元", "27000000", True),
        ("11.6万元", "11.6", True),
        ("95.4%", "95.41", True),
        ("95.5%", "95.41", False),
        ("88", "-88", True),
        ("300余", "312", True),
        ("300余", "412", False),
        ("300", "312", False),
        ("近290", "287.8", True),
        ("约22.6", "22.68", True),
        ("约22.6", "22.8", False),
        ("300多万元", "3120000", True),
        ("30万余元", "304000", True),
        ("50左右", "52", True),
        ("0", "0.4", True),
    ],
)
def test_what_agrees_with_an_amount(text: str, amount: str, agrees: bool) -> None:
    (figure,) = figures_in(text)
    assert figure.agrees({Decimal(amount), Decimal(7)}) is agrees


@given(st.decimals(0, 10**12, places=2), st.booleans(), st.booleans())
@example(Decimal("13000000000.00"), False, False)
def test_an_amount_written_out_agrees_with_itself(
    amount: Decimal, grouped: bool, wide: bool
) -> None:
    text = f"共{format(amount, ',f' if grouped else 'f')}元。"
    (figure,) = figures_in(text.translate(WIDE) if wide else text)
    assert figure.agrees({amount})
    assert not figure.agrees({amount + 1})


@given(
    st.text(
        alphabet="0123456789０１２.．,，年月日第号余多约万亿得分总《》〔〕（）() \n", max_size=40
    )
)
def test_any_text_agrees_with_itself(text: str) -> None:
    amounts = [amount for figure in figures_in(text) for amount in figure.amounts]
    assert all(figure.agrees(amounts) for figure in figures_in(text))
    assert scores_in(text) >= set()
    assert totals_in(text) >= set()


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("本项得分10分。", {"10"}),
        ("得分为９．５分", {"9.5"}),
        ("得 8 分，得分：7分", {"8", "7"}),
        ("得分数是6分", {"6"}),
        ("得分率100%，权重10分，取得10项成果，得10分之一", set()),
    ],
)
def test_stated_scores(text: str, scores: set[str]) -> None:
    assert scores_in(text) == set(map(Decimal, scores))


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("自评总分为99.54分", {"99.54"}),
        ("总得分95分，综合得分：96", {"95", "96"}),
        ("自评得分率95%，执行率得分9.54分", set()),
        ("总分，得95分", set()),
    ],
)
def test_stated_totals(text: str, totals: set[str]) -> None:
    assert totals_in(text) == set(map(Decimal, totals))


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("等级为“优”。", {"优"}),
        ("评定为良好，评为优秀", {"良", "优"}),
        ("等次：中等\n", {"中"}),
        ("自评结果“差”", {"差"}),
        ("评价等级评定为优级", {"优"}),
        ("在等级评定中，改进良种补贴，被评为优抚先进，各等级中都有", set()),
    ],
)
def test_stated_grades(text: str, grades: set[str]) -> None:
    assert grades_in(text, GRADES) == grades
