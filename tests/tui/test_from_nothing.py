"""An office that begins with an empty folder: by keys alone to a final year and its reports."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from perf_tui.cli import main
from support.editor import Editor, editing, starting

TABLE = """\
一级指标\t二级指标\t三级指标\t指标性质\t指标值\t计量单位\t分值
产出指标\t数量指标\t高标准农田建设面积\t≥\t1.2\t万亩\t4
产出指标\t数量指标\t粮食播种面积\t≥\t45\t万亩\t4
产出指标\t数量指标\t高素质农民培训人数\t≥\t600\t人次\t3
产出指标\t数量指标\t农产品质量安全抽检批次\t≥\t800\t批次\t3
产出指标\t数量指标\t农村户厕改造户数\t≥\t1500\t户\t3
产出指标\t数量指标\t动物疫病强制免疫次数\t≥\t2\t次\t3
产出指标\t质量指标\t高标准农田验收合格率\t＝\t100\t%\t4
产出指标\t质量指标\t农产品抽检合格率\t≥\t98\t%\t4
产出指标\t质量指标\t强制免疫密度\t≥\t90\t%\t3
产出指标\t质量指标\t培训合格率\t≥\t95\t%\t3
产出指标\t时效指标\t补贴资金按时发放率\t＝\t100\t%\t3
产出指标\t时效指标\t项目按期完工率\t≥\t95\t%\t3
产出指标\t时效指标\t重大动物疫情处置时限\t≤\t24\t小时\t2
产出指标\t成本指标\t高标准农田亩均投资\t≤\t3000\t元\t3
产出指标\t成本指标\t人均培训成本\t≤\t1200\t元\t3
产出指标\t成本指标\t三公经费支出\t≤\t18\t万元\t2
效益指标\t经济效益指标\t农村居民人均可支配收入增长率\t≥\t6\t%\t6
效益指标\t经济效益指标\t新增农业产值\t≥\t5000\t万元\t4
效益指标\t社会效益指标\t带动脱贫人口就业人数\t≥\t300\t人\t5
效益指标\t社会效益指标\t农业安全生产责任事故\t＝\t0\t起\t4
效益指标\t生态效益指标\t畜禽粪污综合利用率\t≥\t80\t%\t4
效益指标\t生态效益指标\t化肥使用量\t≤\t1.1\t万吨\t3
效益指标\t可持续影响指标\t农田管护机制健全\t定性\t健全\t\t2
效益指标\t可持续影响指标\t农业技术推广体系\t定性\t完善\t\t2
满意度指标\t服务对象满意度指标\t农民群众满意度\t≥\t90\t%\t6
满意度指标\t服务对象满意度指标\t培训学员满意度\t≥\t95\t%\t4
"""
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
NAMES = [row[2] for row in ROWS]
ACTUALS = (
    *("1.2", "46", "610", "820", "1500", "2", "100", "98.6", "93", "96", "100", "90", "20"),
    *("2900", "1150", "17.5", "6.3", "5200", "310", "0", "82", "1.05"),
)
NEXT_TABLE = (
    TABLE.replace("粮食播种面积", "粮食作物播种面积")
    .replace("农民群众满意度\t≥\t90", "农民群众满意度\t≥\t92")
    .replace("培训学员满意度\t≥\t95\t%\t4", "培训学员满意度\t≥\t95\t%\t2")
) + "满意度指标\t服务对象满意度指标\t经营主体满意度\t≥\t90\t%\t2\n"
TOTAL = "99.44"
"""
Execution 10 × 19,600,000 ÷ 20,000,000 = 9.80. Of the 90 points of the indicators 3 − 3 × 90 ÷ 95 =
0.16 are lost by works in time and 2 − 2 × 90% = 0.20 by the services: 89.64. 9.80 + 89.64 = 99.44.
"""


async def begin(folder: Path) -> Path:
    async with starting(folder) as player:
        await player.press(*["down"] * 4, "enter", "enter")
    (path,) = folder.glob("*.toml")  # noqa: ASYNC240 — when the program has ended
    return path


async def typed(editor: Editor, *texts: str) -> None:
    for text in texts:
        await editor.at_once(*text, "enter")


async def fill(editor: Editor) -> None:
    await editor.press("f18")
    await editor.paste(TABLE)
    await editor.press("enter", "escape", "home", "enter")
    await typed(editor, "江河县农业农村局")
    await editor.at_once(*["down"] * 4)
    await typed(editor, "2026-03-20", "2000万元", "2000万元", "1960万元")
    for actual in ACTUALS:
        await editor.at_once(*actual, "enter", "f4")
    for coefficient in ("100", "90"):
        await typed(editor, "1", coefficient)
        await editor.at_once("f4")
    for actual in ("92", "96"):
        await editor.at_once(*actual, "enter", "f4")
    await editor.paste("负责全县农业农村工作。")
    await editor.press("f4")
    await typed(editor, "6", "办公室", "3", "农技站")
    for words in ("雨期延长。", "农技员不足。", "粮食46万亩。", "完工偏晚。", "六月底前完工。"):
        await editor.press("f8")
        await editor.paste(words)
        await editor.press("f4")


async def go_on(folder: Path) -> None:
    async with starting(folder) as player:
        await player.press("home", "down", "enter", "enter")
    async with editing(folder / "2026.toml") as editor:
        await editor.press("f18")
        await editor.paste(NEXT_TABLE)
        await editor.press("enter", "f2")
        assert len(editor.open_year.form.indicators) == 27


async def export(editor: Editor, ending: str) -> None:
    await editor.at_once("ctrl+e", *["backspace"] * 4, *ending, "enter")


async def test_a_pasted_table_becomes_a_final_year_and_its_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = await begin(tmp_path)
    async with editing(path) as editor:
        await fill(editor)
        evaluation = editor.open_year.change.evaluation
        assert [one.name for one in evaluation.form.indicators] == NAMES
        assert editor.shows(f"总分 {TOTAL} 等级 优")
        await editor.press("f5")
        assert editor.shows("检查结果：提示 2 处")
        await editor.press("escape", "ctrl+d", "ctrl+d")
        assert editor.shows("已定稿并保存")
        await export(editor, "docx")
        await export(editor, "xlsx")
    assert main(["score", str(path)]) == 0
    assert TOTAL in capsys.readouterr().out
    word = ZipFile(path.with_suffix(".docx")).read("word/document.xml").decode()
    assert [name for name in NAMES if name not in word] == []
    assert TOTAL in word
    sheet = ZipFile(path.with_suffix(".xlsx")).read("xl/sharedStrings.xml").decode()
    assert [name for name in NAMES if name not in sheet] == []
    await go_on(tmp_path)
    assert main(["compare", str(path), str(tmp_path / "2026.toml")]) == 0
    told = capsys.readouterr().out
    assert "改名：粮食播种面积 → 粮食作物播种面积" in told
    assert "指标值：农民群众满意度，≥90% → ≥92%" in told
    assert "新增：经营主体满意度" in told
