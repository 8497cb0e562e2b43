"""What `fill` shares with the screen: last year, own words, evidence, undo, the finish, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.cli.prompts.reporting import wish_in
from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file

Fill = Callable[..., str]
KEEP = ""
INITIAL, PARAGRAPH = "budget.initial", "indicators.forest_fires.paragraph"
TO_BUDGET = ".到 yszx"


def year_in(samples: Path, name: str = "2025.toml") -> Year:
    return read_year_file(samples / name, load_form).year


def to_paragraph(samples: Path) -> list[str]:
    """From anywhere to the paragraph about forest fires, of which none has happened."""
    file = read_year_file(samples / "2025.toml", load_form)
    page = next(page for page in file.form.pages if page.id == "forest_fires")
    asked = [at for at in page.addresses if file.form.fields[at].asked(file.year.texts)]
    return [".到 3", "0", *[KEEP] * (len(asked) - 2)]


@pytest.mark.parametrize("take", [".取", ".t", "。取"])
def test_last_year_s_value_is_told_taken_and_confirmed_by_enter(
    fill: Fill, samples: Path, take: str
) -> None:
    said = fill("2025.toml", TO_BUDGET, take, ".存", KEEP, ".完")
    assert "年初预算数（元，上年 21,480,600 元）[必填]：" in said
    assert "读作 21,480,600 元（2,148.06 万元）" in said
    assert "[21480600，取自 2024 年，回车确认]" in said
    assert "已确认\n全年调整预算数" in said
    year = year_in(samples)
    assert year.text(INITIAL) == "21480600"
    assert year.record("pending") == {}


def test_what_was_taken_waits_until_it_is_confirmed(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", TO_BUDGET, ".整页取", "22000000", ".完")
    assert "已取上年的内容 4 栏，逐栏按回车确认" in said
    assert sorted(year_in(samples).record("pending")) == [
        *("budget.adjusted", "budget.adjustment_reason", "budget.executed"),
    ]
    assert "没有可取的空栏" in fill("2025.toml", TO_BUDGET, ".zyq")


def test_last_year_s_words_are_told_and_what_cannot_be_taken_is_said(
    fill: Fill, samples: Path
) -> None:
    last = year_in(samples, "yunxi-2024.toml").text("sections.duties")
    said = fill("2025.toml", ".到 职能职责", "?", ".取", KEEP)
    first = last.replace("\n", " ")[:60]
    assert f"上年：{first}……（全文用 .帮助 看）\n" in said
    assert said.count(last) == 2
    assert year_in(samples).text("sections.duties") == last
    said = fill("2025.toml", *to_paragraph(samples), ".取", ".到 14", ".取")
    assert "上年这一段是按数据自动生成的" in said
    assert "上年这一栏没有可取的内容" in said


def test_without_a_last_year_one_is_chosen(fill: Fill, samples: Path) -> None:
    main(["new", str(samples / "2025.toml"), "--year", "2025", "--force"])
    huge = "1" * 5000  # more digits than Python makes an int of
    choices = ".上年", "9", ".上年", huge, ".上年", "1"
    said = fill("2025.toml", ".取", ".整页取", *choices, TO_BUDGET, KEEP)
    assert said.count("还没有上年的文件，输 .上年 选一个") == 2
    assert "1，2024 年，jianlong-2024.toml，重庆市璧山区健龙镇人民政府" in said
    assert "上年文件没有改" in said
    assert "上年文件改用 jianlong-2024.toml" in said
    assert "（元，上年 27,393,095 元）" in said


def test_a_lost_last_year_is_told_and_an_empty_folder_has_none(fill: Fill, samples: Path) -> None:
    for sample in samples.glob("*-*.toml"):
        sample.unlink()
    said = fill("2025.toml", ".上年")
    assert "上年文件 yunxi-2024.toml 打不开，没有这个文件" in said
    assert "这个文件夹里没有更早的年度文件" in said


def test_a_generated_paragraph_is_rewritten_word_by_word(fill: Fill, samples: Path) -> None:
    lines = [
        *to_paragraph(samples),
        ".改写",
        ".换 火灾0起/火灾7起",
        ".换 火星/月亮",
        ".换",
        ".改写",
    ]
    said = fill("2025.toml", *lines, ".接", "又及。", ".", ".完")
    text = year_in(samples).text(PARAGRAPH)
    assert "火灾7起" in text
    assert text.endswith("\n又及。")
    assert "换了 1 处，现在是：" in said
    assert "核对：文中的 7 与各栏的数对不上" in said
    assert "这一栏里没有“火星”" in said
    assert "中间用 / 隔开" in said
    assert "要从自动生成的文字改起，先清空，再输 .改写" in said
    assert "用的是你改写的文字" in fill("2025.toml", *to_paragraph(samples), KEEP)


@pytest.mark.parametrize(("leave", "asked"), [(".完", 1), (".存", 2)])
def test_saving_and_leaving_end_a_passage(
    fill: Fill, samples: Path, leave: str, asked: int
) -> None:
    said = fill("2025.toml", ".到 职能职责", "一、甲", "二、乙", leave)
    assert year_in(samples).text("sections.duties") == "一、甲\n二、乙"
    assert said.count("职能职责（可写几行，最后单独一行“.”）") == asked
    fill("2025.toml", ".到 职能职责", ".接 三、丙", leave)
    assert year_in(samples).text("sections.duties") == "一、甲\n二、乙\n三、丙"


def test_an_interrupted_passage_is_kept(
    fill: Fill, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter([".到 职能职责", "一、甲", "二、乙"])

    def hear(_: str) -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr("perf_tui.cli.prompts.asking.hear", hear)
    monkeypatch.setattr("perf_tui.cli.prompts.hearing.hear", hear)
    said = fill("2025.toml", KEEP, status=130)
    assert "已保存到" in said
    assert year_in(samples).text("sections.duties") == "一、甲\n二、乙"


def test_undo_and_redo_go_where_the_edit_was(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", ".撤销", TO_BUDGET, "22000000", ".撤销", ".z", ".重做", ".y", ".完")
    assert said.count("没有可撤销的了") == 2
    assert "已撤销：年初预算数，现在是 空白\n年初预算数（元" in said
    assert "已重做：年初预算数，现在是 22000000" in said
    assert "没有可重做的了" in said
    assert year_in(samples).text(INITIAL) == "22000000"


def test_an_answer_to_a_warning_is_undone_too(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", TO_BUDGET, "2200", ".说明", ".撤销", ".采纳", ".完")
    assert "输 .采纳 改为 22000000，输 .说明 保留不改。" in said
    assert "已记下说明：" in said
    assert "已撤销：说明\n" in said
    year = year_in(samples)
    assert (year.text(INITIAL), year.record("accepted")) == ("22000000", {})


def test_the_next_and_the_previous_problem(fill: Fill) -> None:
    said = fill("2025.toml", ".下处", ".下处", ".上处", ".完")
    first = "必改：成文日期还没有填"
    second = "预算执行\n必改：年初预算数还没有填"
    assert said.index(first) < said.index(second) < said.rindex(first)
    assert "没有缺漏，也没有问题" in fill("yunxi-2024.toml", ".下处", ".f")


def test_the_evidence_of_an_indicator_and_of_the_year(fill: Fill) -> None:
    said = fill("jianlong-2024.toml", ".佐证", ".到 3", ".佐证")
    assert said.count("全年缺佐证 ") == 2
    assert "：还没有\n" in said
    assert "1 村（社区）干部务工补助发放：缺 2 件" in said
    assert "缺佐证" in said.splitlines()[-1]
    said = fill("yunxi-2024.toml", ".到 14", ".佐证", ".到")
    assert "部门决算报表：在 财政所，2024年度绩效档案第14卷" in said
    assert "全年缺佐证 0 件" in said


def test_every_value_is_read_out(fill: Fill) -> None:
    said = fill("jianlong-2024.toml", ".核对")
    for words in (
        *("全年执行数：38820071.88 元", "3 森林火灾发生次数，权重 8 分，得分 8.00 分"),
        "总分：99.54 = 9.5412 + 90",
    ):
        assert words in said


def test_the_budget_is_typed_twice(fill: Fill, samples: Path) -> None:
    before = (samples / "yunxi-2024.toml").read_bytes()
    said = fill("yunxi-2024.toml", ".双录", "2148.06万", "9,5", ".存", "26350917.52", KEEP, ".完")
    assert "年初预算数：21480600，两次一致" in said
    assert "「9,5」是 9.5 还是 95" in said
    assert "全年调整预算数：第一次 26350917.25，第二次 26350917.52" in said
    assert "第二次 空白\n有不一致的，照原件改正\n" in said
    assert (samples / "yunxi-2024.toml").read_bytes() == before
    assert "两次填的都一致" in fill(
        *("yunxi-2024.toml", ".双录", "21480600", "26350917.25", "25507687.9")
    )
    said = fill("yunxi-2024.toml", ".双录", "21480600", ".", ".双录", ".完", "甲")
    assert "两次填的都一致" not in said
    assert year_in(samples, "yunxi-2024.toml").text("unit.name") != "甲"


def test_a_year_is_made_final_and_reopened_for_a_reason(fill: Fill, samples: Path) -> None:
    name = "yunxi-2024.toml"
    assert "这个年度没有定稿" in fill(name, ".重开 数字有误")
    said = fill(name, ".定稿", ".清空", ".重开", KEEP)
    assert "已定稿并保存，只能看；要报告，输 .导出；要修改，输 .重开 和理由" in said
    assert "已定稿，只能看" in said
    assert "理由还空着；输 .重开 和理由" in said
    assert year_in(samples, name).locked
    assert "已重新打开，理由记在文件里" in fill(name, ".重开 数字有误", "云溪")
    year = year_in(samples, name)
    assert (year.locked, year.text("unit.name")) == (False, "云溪")
    assert year.record("final")["reopened_1"].endswith("数字有误")


def test_a_final_year_refuses_an_answer_at_a_keyboard_and_asks_again(
    fill: Fill, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill("yunxi-2024.toml", ".定稿")
    before = (samples / "yunxi-2024.toml").read_bytes()
    monkeypatch.setattr("perf_tui.cli.prompts.asking.at_keyboard", lambda: True)
    said = fill("yunxi-2024.toml", "甲", "乙", ".完")
    assert said.count("已定稿，只能看；要修改，输 .重开 和理由") == 3
    assert said.count("单位名称[示例县云溪镇人民政府]：") == 2
    assert (samples / "yunxi-2024.toml").read_bytes() == before


def test_an_unfinished_year_is_not_made_final(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", ".到 5", ".定稿", "2026-01-10", ".完")
    assert "；.查 看全部，.下处 到下一处\n\n单位信息\n必改：成文日期还没有填" in said
    assert year_in(samples).text("unit.report_date") == "2026-01-10"


@pytest.mark.parametrize(("answer", "written"), [("是", True), ("Y", True), (KEEP, False)])
def test_the_report_is_written_and_overwritten_only_after_a_yes(
    fill: Fill, samples: Path, answer: str, written: bool
) -> None:
    target = samples / "报告.md"
    said = fill("yunxi-2024.toml", f".导出 {target}", f".导出 {samples / '报告.txt'}", ".dc", KEEP)
    assert f"已导出 {target}" in said
    assert "结尾写成 .docx、.md、.xlsx、.csv、.tsv 中的一个" in said
    assert (samples / "yunxi-2024.docx").read_bytes().startswith(b"PK")
    target.write_bytes(b"mine")
    said = fill("yunxi-2024.toml", f".导出 {target}", answer)
    assert "已经有了，覆盖就输 是，不覆盖就回车" in said
    assert (target.read_bytes() != b"mine") == written


def test_what_stands_in_the_way_of_the_report_is_told(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", ".导出 ~niemand9/x.md", f".导出 {samples / 'none' / 'x.md'}", ".导出")
    assert "这个路径用不了，换一个" in said
    assert f"没有 {samples / 'none'} 这个文件夹，先建好它" in said
    assert "处必改，用 .查 看是哪些" in said


def test_making_final_on_a_full_disk_says_so(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise SaveError("没有保存：磁盘满了，腾出空间")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    said = fill("yunxi-2024.toml", ".定稿", status=2)
    assert "磁盘满了" in said
    assert "已定稿并保存" not in said


def test_a_final_year_with_something_to_mend_gives_no_report(fill: Fill, samples: Path) -> None:
    with (samples / "2025.toml").open("a", encoding="utf-8") as file:
        file.write('\n[final]\ndate = "2026-04-15 10:00"\n')
    said = fill("2025.toml", ".导出")
    assert "还不能导出正式稿：必改" in said
    assert not (samples / "2025.docx").exists()


def test_a_reason_is_changed_and_taken_back(fill: Fill, samples: Path) -> None:
    shift = ("jianlong-2024.toml", TO_BUDGET, *[KEEP] * 4)
    fill(*shift, ".说明 甲", ".完")
    said = fill(*shift, ".说明", ".说明 乙", ".完")
    assert "已说明：甲；在 .说明 后面写上新的理由，输 .说明 收回 就收回" in said
    assert list(year_in(samples, shift[0]).record("accepted").values()) == ["乙"]
    assert "已收回说明：" in fill(*shift, ".说明 收回", ".完")
    assert "这里没有可收回的说明" in fill(*shift, ".说明 收回", ".完")
    assert year_in(samples, shift[0]).record("accepted") == {}


def test_a_backup_is_compared_and_gone_back_to(fill: Fill, samples: Path) -> None:
    name = "yunxi-2024.toml"
    assert "还没有备份，保存以后才有" in fill(name, ".备份")
    fill(name, TO_BUDGET, "30000000", ".完")
    said = fill(name, TO_BUDGET, "5", ".备份", "1", "1", "2", ".bf 7", ".备份", KEEP, ".u", ".完")
    assert "2，" in said
    assert " 存的\n1，" in said
    assert "恢复以前，现在的内容先保存，也留一份备份。" in said
    assert "预算执行·年初预算数：备份 21480600，现在 5" in said
    assert "的备份，还没有存，输 .存 保存" in said
    assert "没有第 7 份完好的备份，单用 .备份 列出全部" in said
    assert "年初预算数（元，上年 20,654,300 元）[21480600]：" in said
    assert year_in(samples, name).text(INITIAL) == "21480600"
    assert "两份内容一样" in fill(name, ".备份 4", "1", KEEP)
    said = fill(name, ".记录")
    first, second = said.split("新的在前\n")[1].splitlines()[:2]
    assert first.endswith("年初预算数：5 → 21480600")
    assert second.endswith("年初预算数：30000000 → 5")


def test_nothing_is_gone_back_to_where_it_cannot_be_saved(
    fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("没有保存：磁盘满了")

    fill("yunxi-2024.toml", TO_BUDGET, "30000000", ".完")
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    said = fill("yunxi-2024.toml", "甲", ".备份 1", "2", status=2)
    assert "没有保存：磁盘满了" in said
    assert "已恢复成" not in said


def test_the_years_are_compared_line_by_line(fill: Fill) -> None:
    said = fill("yunxi-2024.toml", ".对比", ".db")
    assert said.count("历年对比，2022、2023、2024 年\n总分：2022 年 优，得 97.38 分；") == 2
    assert "3 森林火灾发生次数：2022 年 0起，得 8.00 分；2023 年 1起，得 0.00 分" in said
    assert "完成值比上年 -1；得分比上年 +8\n" in said
    assert "2025 年 没有数\n" in fill("2025.toml", ".对比")


def test_money_is_read_in_capitals(fill: Fill) -> None:
    said = fill("yunxi-2024.toml", ".大写", TO_BUDGET, ".dx")
    assert "先走到填金额的一栏" in said
    assert "年初预算数大写：贰仟壹佰肆拾捌万零陆佰元整" in said


def test_the_report_is_read_out(fill: Fill) -> None:
    said = fill("yunxi-2024.toml", ".预览 附件", ".预览", ".yl 公开稿 草稿")
    assert "没有“附件”这样的稿" in said
    internal, public = said.split("示例县云溪镇人民政府2024年度整体支出绩效自评报告\n")[1], said
    assert "\n一、基本情况\n" in internal
    assert "单位名称：示例县云溪镇人民政府；自评总分：99.20；评价等级：优\n" in internal
    assert "年初预算数(元)：21480600；全年调整预算数(元)：26350917.25；" in internal
    assert "指标名称：3.森林火灾发生次数；计量单位：起；指标性质：=；" in internal
    assert "附件3 得分计算过程" in internal
    assert "绩效自评报告（草稿）\n" in public.split(".yl 公开稿 草稿\n")[1]


@pytest.mark.parametrize(
    ("wish", "file", "words"),
    [
        (".导出 公开稿", "yunxi-2024-公开稿.docx", ""),
        (".dc {folder}/报告 一.md 公开稿 盖章 草稿", "报告 一.md", "（草稿）"),
        (".导出 {folder}/甲.md 内部", "甲.md", "联系人"),
    ],
)
def test_what_is_said_behind_the_name_chooses_the_report(
    fill: Fill, samples: Path, wish: str, file: str, words: str
) -> None:
    said = fill("yunxi-2024.toml", wish.format(folder=samples))
    assert f"已导出 {samples / file}" in said
    if file.endswith(".md"):
        assert words in (samples / file).read_text(encoding="utf-8")


def test_behind_the_name_stands_whatever_is_said_of_the_report() -> None:
    final, draft = {"final": True, "draft": False}, {"final": False, "draft": True}
    assert wish_in("") == ("", {})
    assert wish_in(" 甲 乙.md  盖章  正式稿 ") == ("甲 乙.md", {"sealed": True, **final})
    assert wish_in("公开 CG 内部稿") == ("", {"copy": "internal", **draft})
    assert wish_in("公开稿.md") == ("公开稿.md", {})


def test_a_final_copy_is_refused_and_a_draft_written_all_the_same(
    fill: Fill, samples: Path
) -> None:
    said = fill("2025.toml", ".导出 正式稿", ".导出 草稿")
    assert "还不能导出正式稿：必改" in said
    assert "；.查 看全部" in said
    assert f"已导出草稿 {samples / '2025.docx'}" in said


def test_a_field_of_one_line_is_not_continued(fill: Fill) -> None:
    assert "这一栏只写一行" in fill("2025.toml", ".接 甲")


@pytest.mark.parametrize("go", [".到 9 3", ".到9 ３", ".g 93"])
def test_a_field_is_gone_to_by_its_place_behind_the_number(
    fill: Fill, samples: Path, go: str
) -> None:
    form = read_year_file(samples / "2025.toml", load_form).form
    page = next(page for page in form.pages if page.number == 9)
    assert f"\n{form.fields[page.addresses[2]].label}（" in fill("2025.toml", go, ".完")
    assert f"“{page.title}”有 13 栏，没有第 99 栏" in fill("2025.toml", ".到 9 99")


def test_what_is_replaced_in_a_number_is_read_and_settled(fill: Fill, samples: Path) -> None:
    said = fill("2025.toml", TO_BUDGET, "3882万", ".上", ".换 38820000/3900万", ".完")
    assert "换了 1 处，现在是：39000000\n读作 39,000,000 元" in said
    assert year_in(samples).text(INITIAL) == "39000000"


def test_a_report_that_cannot_be_written_is_not_exported(fill: Fill) -> None:
    said = fill("2025.toml", ".导出 nope/x.docx", ".完")
    assert "nope/x.docx 没有导出：没有" in said
    assert "没有保存" not in said
