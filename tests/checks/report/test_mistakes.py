"""A report in which everything adds up stays unflagged; what is planted in it is found."""

from __future__ import annotations

import pytest

from support.reports import SOUND, TABLE, changed, found_in, line_of

# What is changed → the code of what is found, words of its line, words of the lines beside it.
PLANTED: dict[str, tuple[str, str, str, str, tuple[str, ...]]] = {
    "above its weight": ("本项得10分", "本项得12分", "score-exceeds-weight", "得12分", ("4.居民",)),
    "below its weight": ("本项得20分", "本项得18分", "score-below-weight", "得18分", ("3.矛盾",)),
    "two scores": (
        "目标为0起，",
        "得30分，目标为0起，本项得28分。",
        "score-twice",
        "得28分",
        (),
    ),
    "no score": ("本项得20分。", "", "score-missing", "3.矛盾", ()),
    "no weight": ("调解成功率（20分）", "调解成功率", "weight-missing", "3.矛盾", ()),
    "weight of nothing": ("满意度（10分）", "满意度（0分）", "weight-missing", "4.居民", ()),
    "other weights": (
        "满意度（10分）",
        "满意度（15分）",
        "weights-sum",
        "1.养老",
        ("2.安全", "3.矛盾", "4.居民"),
    ),
    "another total": ("得分99.5分", "得分98.5分", "total-mismatch", "98.5", ()),
    "another grade": ("“优”", "“良”", "grade-mismatch", "“良”", ()),
    "no total": ("综合得分99.5分，", "", "total-missing", "评价结论", ()),
    "no grade": ("，等级为“优”", "", "grade-missing", "99.5", ()),
    "another rate": ("执行率95.00%", "执行率94.00%", "execution-rate", "94.00%", ()),
    "a rate nobody explains": (
        "全年执行数1995万元，执行率95.00%",
        "全年执行数1785万元，执行率85.00%",
        "low-execution",
        "85.00%",
        (),
    ),
    "the same budget in another unit": (
        "绩效管理的业务学习不够。",
        "全年执行数为1995.0万元。",
        "",
        "",
        (),
    ),
    "a total above all": ("得分99.5分", "得分109.5分", "total-above-100", "109.5", ()),
    "a budget that shrank": (
        "年初预算数2000万元",
        "年初预算数3000万元",
        "budget-shift",
        "3000",
        (),
    ),
    "a budget that moved": (
        "年初预算数2000万元",
        "年初预算数1500万元",
        "budget-shift",
        "1500",
        (),
    ),
    "two budgets": (
        "绩效管理的业务学习不够。",
        "全年执行数为1990万元。",
        "budget-differs",
        "1990",
        ("全年执行数1995",),
    ),
    "a rate of other numbers": (
        "调解成功率99%",
        "调解成功率98%",
        "rate-mismatch",
        "98%",
        (),
    ),
    "another decline": ("下降5%", "下降8%", "growth-mismatch", "下降8%", ()),
    "growth from nowhere": (
        "绩效管理的业务学习不够。",
        "居民收入同比增长6%。",
        "growth-without-base",
        "6%",
        (),
    ),
    "one thing counted twice": (
        "绩效管理的业务学习不够。",
        "排查纠纷180件。",
        "count-differs",
        "180件",
        ("200件",),
    ),
    "petitions by two names": (
        "绩效管理的业务学习不够。",
        "受理来信来访5件。处理信访件8件。",
        "count-differs",
        "8件",
        (),
    ),
    "fewer names than offices": ("内设机构3个", "内设机构4个", "list-count", "4个", ()),
    "money said roughly": (
        "公用经费190万元",
        "公用经费近190万元",
        "approximate-figure",
        "近190",
        (),
    ),
    "a number said roughly": ("检查企业64家", "检查企业60余家", "approximate-figure", "60余家", ()),
    "two units of money": (
        "绩效管理的业务学习不够。",
        "培训费300元。",
        "money-units-mixed",
        "300元",
        ("年初预算数",),
    ),
    "every point for nothing": (
        "收回问卷300份，满意度95%，高于90%的目标",
        "各界都满意，高于目标",
        "full-marks-without-data",
        "4.居民",
        (),
    ),
    "a rate without a rate": ("满意度95%", "满意的多", "measure-missing", "4.居民", ()),
    "short of the target, with every point": (
        "满意度95%，高于90%的目标",
        "目标为90%，实际完成85%",
        "target-not-reached",
        "85%",
        (),
    ),
    "what was not to happen": (
        "目标为0起，未发生安全生产事故",
        "目标为0起，实际2起",
        "target-not-reached",
        "实际2起",
        (),
    ),
    "a unit of money that cannot be": (
        "年初预算数2000万元",
        "年初预算数2000元",
        "money-unit",
        "2000元",
        (),
    ),
    "indicators far above the execution": (
        "全年执行数1995万元，执行率95.00%",
        "全年执行数1764万元，执行率84.00%，因项目跨年",
        "score-above-execution",
        "99.5分",
        (),
    ),
    "no target": ("，高于90%的目标", "", "target-missing", "4.居民", ()),
    "below the target it is said to exceed": (
        "满意度95%，高于90%",
        "满意度85%，高于90%",
        "target-comparison",
        "85%",
        (),
    ),
    "nobody was asked": ("收回问卷300份，", "", "survey-without-sample", "4.居民", ()),
    "a number used twice": (
        "4.居民满意度",
        "3.居民满意度",
        "number-repeated",
        "3.居民",
        ("3.矛盾",),
    ),
    "a number left out": ("4.居民满意度", "6.居民满意度", "number-skipped", "6.居民", ()),
    "a number of another list": ("2.保障民生", "1.保障民生", "", "", ()),
    "a number twice in another list": (
        "2.保障民生，维护社会稳定。",
        "2.保障民生。\n2.维护社会稳定。",
        "number-repeated",
        "2.维护",
        ("2.保障",),
    ),
    "no signature": ("自评表\n青石镇人民政府\n", "自评表\n", "signature-missing", "2025年", ()),
    "no date": ("2025年4月10日\n", "", "date-missing", "青石镇人民政府", ()),
    "a day that never was": ("4月10日", "4月31日", "date-wrong", "4月31日", ()),
    "signed too early": (
        "2025年4月10日",
        "2024年4月10日",
        "date-before-year-end",
        "4月10",
        ("整体",),
    ),
    "no chapter of problems": ("四、存在的问题", "四、其他", "chapter-missing", "4月10日", ()),
    "no attachment": ("附件：自评表\n", "", "attachment-missing", "4月10日", ()),
    "another township": (
        "绩效管理的业务学习不够。",
        "白河镇人民政府业务学习不够。",
        "other-unit",
        "白河镇",
        (),
    ),
    "last year": ("绩效管理的业务", "2023年度绩效管理的业务", "other-year", "2023年度", ()),
    "a bookmark": ("五、有关", "[bookmark: _GoBack]五、有关", "stray-mark", "五、", ()),
    "a slip": ("业务培训", "业务演炼", "typing-error", "演炼", ()),
    "a doubled word": ("安排业务培训", "我镇本镇安排培训", "typing-error", "我镇本镇", ()),
    "wide digits": ("检查企业64家", "检查企业６４家", "width-mixed", "６４", ()),
    "a range of per cent": (
        "绩效管理的业务学习不够。",
        "目标完成90-95%。",
        "percent-range",
        "90-95%",
        (),
    ),
    "the words of another": (
        "收回问卷300份",
        "排查纠纷200件，调解成功198件，调解成功率99%，高于95%的目标。收回问卷300份",
        "words-repeated",
        "问卷",
        ("198件，调解成功率99%，高于95%的目标。本项",),
    ),
}
# What is found besides, because one mistake makes another.
BESIDES = {
    "above its weight": {"total-mismatch", "score-above-execution"},
    "below its weight": {"total-mismatch"},
    "two scores": {"score-below-weight", "total-mismatch"},
    "weight of nothing": {
        "score-exceeds-weight",
        "total-mismatch",
        "weights-sum",
        "score-above-execution",
    },
    "indicators far above the execution": {"total-mismatch", "low-execution"},
    "a unit of money that cannot be": {"money-units-mixed"},
    "a total above all": {"total-mismatch"},
    "other weights": {"score-below-weight", "total-mismatch"},
    "a rate nobody explains": {"total-mismatch", "score-above-execution"},
    "every point for nothing": {"survey-without-sample", "measure-missing"},
}


def test_what_adds_up_is_left_alone() -> None:
    assert found_in(SOUND) == ()
    assert found_in(SOUND + TABLE) == ()


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found_at_its_place(name: str) -> None:
    old, new, code, place, beside = PLANTED[name]
    text = changed(old, new)
    lines = text.splitlines()
    found = {one.code: one for one in found_in(text)}
    assert found.keys() - BESIDES.get(name, set()) == ({code} if code else set())
    if not code:
        return
    one = found[code]
    assert place in lines[one.at.line - 1]
    assert one.at.text in lines[one.at.line - 1]
    if beside:
        assert set(one.related) == {line_of(words, text) for words in beside}


# What looks like a mistake and is none.
SOUND_TOO = {
    "a result without a rate or a number": ("居民满意度（10分）", "居民获得感（10分）"),
    "the budget in another unit": ("绩效管理的业务学习不够。", "全年执行数19950000元，执行率95%。"),
    "an amount alone": ("绩效管理的业务学习不够。", "全年执行数1995万元。"),
    "an explained budget": ("年初预算数2000万元，", "年初预算数1000万元，主要是追加了救灾资金，"),
    "money that is no date": ("绩效管理的业务学习不够。", "2024.05万元用于培训。"),
    "fewer points with a reason": ("本项得20分", "因2件未完成扣0分，本项得20分"),
    "the county before the name": ("绩效管理的业务学习", "云水县青石镇人民政府的学习"),
    "the year before, compared": ("绩效管理的业务学习", "较2023年度，业务学习"),
    "a list that begins again": ("安排业务培训。", "1.培训。\n2.考核。"),
    "a few words that two indicators share": ("检查企业64家", "调解成功198件，检查企业64家"),
    "no budget": (
        "年初预算数2000万元，全年调整预算数2100万元，全年执行数1995万元，执行率95.00%。",
        "无。",
    ),
    "a summary without a heading": ("（二）绩效评价结论\n综合", "综上，综合"),
    "criteria behind the verdict": ("“优”。", "“优”（总分90分以上为优，60分以下为差）。"),
    "last year's total": ("“优”。", "“优”，比上年综合得分98分有提高。"),
    "every point in words": ("本项得10分", "本项得满分"),
    "a score behind a colon": ("本项得10分", "自评得分：10"),
    "a score of somebody else": ("收回问卷300份", "区里考核得95分，收回问卷300份"),
    "scores of parts": ("本项得10分", "问卷得4分，走访得6分，合计得分10分"),
    "the rate of parts": ("绩效管理的业务学习不够。", "基本支出执行数1200万元，执行率98.4%。"),
    "money of parts": ("绩效管理的业务学习不够。", "年初预算安排三公经费15万元，实际支出11万元。"),
    "the words of the national form": (
        "全年调整预算数2100万元",
        "追加调整100万元，全年预算数2100万元",
    ),
    "names with 和 in them": ("党政综合办公室、经济", "党政和综合办公室、经济"),
    "names parted by 和": ("经济发展办公室、平安", "经济发展办公室和平安"),
    "some of the names": (
        "绩效管理的业务学习不够。",
        "打造示范村5个，分别为红旗村、青山村、白云村等。",
    ),
    "parts before the change": (
        "公用经费190万元，比上年",
        "公用经费190万元，其中差旅20万元、印刷9万元，比上年",
    ),
    "two rates in a row": (
        "绩效管理的业务学习不够。",
        "抽查60个，合格57个，合格率95%，优秀30个，优秀率50%。",
    ),
    "the rate of something else": (
        "绩效管理的业务学习不够。",
        "参保21512人，其中脱贫户参保639人，参保率93.53%。",
    ),
    "only the adjusted budget": ("年初预算数2000万元，全年", "全年"),
    "a rough number": ("排查纠纷200件", "排查纠纷约210件"),
    "the execution among the indicators": ("1.养老补贴发放率（40分）", "1.预算执行率（40分）"),
    "at least": ("满意度95%，高于90%", "满意度95%，大于等于95%"),
    "at most": ("满意度95%，高于90%", "不满意率5%，不高于10%"),
    "a name spread out": ("自评表\n青石镇人民政府\n", "自评表\n青 石 镇 人 民 政 府\n"),
    "name and date in a line": (
        "青石镇人民政府\n2025年4月10日",
        "青石镇人民政府    2025年4月10日",
    ),
    "the date in characters": ("2025年4月10日", "二〇二五年四月十日"),
    "an attachment with chapters": (
        "青石镇人民政府\n2025年4月10日",
        "青石镇人民政府\n2025年4月10日\n附件1\n一、自评表\n二、目录",
    ),
    "words that look like slips": (
        "绩效管理的业务学习不够。",
        "以经济建设为中心，在建项目既使用又防犯罪，的确和平，帮扶平台择优扶持校园满意度。",
    ),
    "somebody who is worked with": ("绩效管理的业务学习", "会同红旗乡人民政府学习"),
    "last year's accounts": ("绩效管理的业务学习", "根据2023年度决算学习"),
    "what only begins alike": ("绩效管理的业务学习不够。", "新增低保对象9户。全镇低保对象80户。"),
    "plain names": ("安排业务培训。", "开展3个专题，分别为一批。"),
}


@pytest.mark.parametrize("name", SOUND_TOO)
def test_what_only_looks_like_a_mistake_is_left_alone(name: str) -> None:
    found = {one.code for one in found_in(changed(*SOUND_TOO[name]))}
    assert found - {"money-units-mixed", "total-mismatch", "approximate-figure"} == set()


def test_two_wide_figures_in_a_line_are_told_once() -> None:
    found = found_in(changed("检查企业64家", "检查企业６４家，复查１２家"))
    assert [one.code for one in found] == ["width-mixed"]


def test_a_sentence_says_what_is_wrong_and_what_to_do() -> None:
    (found,) = found_in(changed("执行率95.00%", "执行率94.00%"))
    assert found.sentence == (
        "执行率写的是 94%，按执行数和预算数算是 95%。核对预算数、执行数和执行率。"
    )
    assert (found.indicator, found.related) == (None, ())


@pytest.mark.parametrize(
    "text", ["", "1.满意度（5分）", "1.满意度（5分）\n\n（5分）得5分。总分5分。"]
)
def test_a_text_that_is_hardly_a_report_is_no_crash(text: str) -> None:
    assert isinstance(found_in(text), tuple)


def test_a_total_that_leaves_out_the_execution_is_found() -> None:
    (found,) = found_in(changed("综合得分99.5分", "综合得分100.0分"))
    assert "指标得分合计 100 分，折 90.00 分，加上执行率得 9.50 分，是 99.50 分" in found.message


def test_without_a_budget_the_execution_may_have_every_point() -> None:
    budget = "年初预算数2000万元，全年调整预算数2100万元，全年执行数1995万元，执行率95.00%。"
    text = changed(budget, "无。")
    assert [one.code for one in found_in(changed("得分99.5分", "得分98.5分", text))] == [
        "total-mismatch"
    ]
    assert found_in(changed("得分99.5分", "得分100分", text)) == ()


@pytest.mark.parametrize(("day", "early"), [("12月30日", True), ("12月31日", False)])
def test_a_report_may_be_dated_on_the_last_day_of_its_year(day: str, early: bool) -> None:
    found = [one.code for one in found_in(changed("2025年4月10日", f"2024年{day}"))]
    assert ("date-before-year-end" in found) == early
