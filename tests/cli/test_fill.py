"""`fill`: the forms as questions and answers, from a file of answers and command by command."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.cli.prompts.commands import COMMANDS
from perf_tui.cli.prompts.words import words_before
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.year_file import YearFile, format_year, read_year_file
from support.samples import JIANLONG, SAMPLES, opened, township

Captured = pytest.CaptureFixture[str]
Fill = Callable[..., str]
PROGRAM = [sys.executable, "-m", "perf_tui"]
KEEP = ""
TO_BUDGET = ".到 yszx"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    assert main(["new", str(path), "--year", "2024"]) == 0
    return path


@pytest.fixture
def fill(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Fill:
    """Answers with these lines; gives all that was said."""

    def fill(*lines: str | bytes, status: int = 0, options: tuple[str, ...] = ()) -> str:
        answers = path.with_name("answers.txt")
        answers.write_bytes(
            b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
        )
        capsys.readouterr()
        with answers.open(encoding="ascii") as stdin:  # as a C locale would open it
            monkeypatch.setattr("sys.stdin", stdin)
            assert main(["fill", str(path), *options]) == status
        out, err = capsys.readouterr()
        assert out == ""
        return err

    return fill


def year_in(path: Path) -> Year:
    file = read_year_file(path, load_form)
    assert not file.edited_by_hand
    return file.year


def answers_for(form: Form, year: Year) -> Iterator[str]:
    """A line for every question; a fact met again is kept."""
    answered: set[str] = set()
    for page in form.pages:
        for address in page.addresses:
            if not form.fields[address].asked(year.texts):
                continue
            text = "" if address in answered else year.text(address)
            answered.add(address)
            yield from text.split("\n")
            if text and form.fields[address].kind == "paragraph":
                yield "."


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_whole_year_from_nothing_by_answers_alone(fill: Fill, path: Path, sample: Path) -> None:
    file = read_year_file(sample, township)
    new = Year(file.year.form, file.year.year)
    path.write_bytes(format_year(YearFile(file.form, new)))
    said = fill(*answers_for(file.form, file.year))
    typed = {at: text for at, text in file.year.texts.items() if at in file.form.fields}
    again = YearFile(file.form, Year(new.form, new.year, typed))
    assert path.read_bytes() == format_year(again)
    assert f"已保存到 {path}" in said
    if sample == JIANLONG:
        assert "总分 99.54，等级 优" in said
        assert "还没有填好" not in said


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_enter_alone_changes_nothing(fill: Fill, path: Path, sample: Path) -> None:
    path.write_bytes(sample.read_bytes())
    form = township("township")
    fill(*[KEEP] * sum(len(page.addresses) for page in form.pages))
    assert path.read_bytes() == sample.read_bytes()


@pytest.mark.parametrize(("answer", "pending"), [(KEEP, ""), ("云溪镇", ""), (".检查", "2023")])
def test_what_was_taken_over_says_so_and_enter_confirms_it(
    fill: Fill, path: Path, answer: str, pending: str
) -> None:
    file = read_year_file(path, load_form)
    texts = {"unit.name": "云溪镇", "pending.unit.name": "2023"}
    path.write_bytes(format_year(YearFile(file.form, file.year.with_texts(texts))))
    said = fill(answer)
    assert "[云溪镇，取自 2023 年，回车确认]" in said
    assert year_in(path).text("unit.name") == "云溪镇"
    assert year_in(path).text("pending.unit.name") == pending


def test_every_question_stands_in_the_order_of_the_screen() -> None:
    evaluation = opened(JIANLONG).evaluation
    for page in evaluation.form.pages:
        assert tuple(words_before(evaluation, page)) == page.addresses


def test_a_page_is_introduced_and_what_is_typed_is_read_back(fill: Fill) -> None:
    lines = fill(".到 1", "145", "１４５人", ".到 3", KEEP, "约22.6").splitlines()
    name = "村（社区）干部务工补助发放  权重 5 分  目标 ≥ 100%"
    title = lines.index(f"指标第 1 项，共 19 项：{name}")
    assert lines[title + 1] == township("township").by_id["village_cadre_pay"].guidance
    assert lines[title + 2 : title + 7] == [
        *("依据数据：", "应发补助人数（人）[必填]：145", "读作 145 人"),
        *("实发补助人数（人）[必填]：１４５人", "读作 145 人"),
    ]
    assert lines[title + 7 : title + 9] == ["完成与得分：", "全年完成值：100% = 145 ÷ 145 × 100"]
    assert lines[title + 9].startswith("得分：5.00 = 5")
    assert "读作 约22.6 万元（约226,000 元）" in lines


def test_choices_and_dates_are_read_back(fill: Fill, path: Path) -> None:
    said = fill(*[KEEP] * 5, "2025.4.15", ".到 18", KEEP, KEEP, "2", "130")
    assert "读作 2025年4月15日" in said
    assert "完成情况（1 达成、2 部分达成、3 未达成）[必填]：2\n读作 部分达成\n" in said
    assert "必改：得分系数是 130%，高于最大值 100%" in said
    assert year_in(path).text("indicators.wellbeing.tier") == "部分达成"


def test_what_is_kept_stands_in_brackets(fill: Fill) -> None:
    fill(TO_BUDGET, "27393095", KEEP, ".完")
    said = fill(TO_BUDGET, KEEP, ".完")
    assert "年初预算数（元）[27393095]：\n全年调整预算数" in said


def test_a_passage_is_lines_up_to_a_dot(fill: Fill, path: Path) -> None:
    fill(".到 znzz", "一、甲", "", ".存不是命令", "二、乙", "。", "5")
    assert year_in(path).text("sections.duties") == "一、甲\n\n.存不是命令\n二、乙"
    assert year_in(path).text("facts.office_count") == "5"
    said = fill(".到 znzz", KEEP)
    assert (
        "一、甲\n\n.存不是命令\n二、乙\n职能职责（可写几行，最后单独一行“.”）[回车保留]：" in said
    )
    assert year_in(path).text("sections.duties").startswith("一、甲")


def test_a_passage_cut_off_by_the_end_is_kept(fill: Fill, path: Path) -> None:
    fill(".到 znzz", "一、甲", "二、乙")
    assert year_in(path).text("sections.duties") == "一、甲\n二、乙"


def test_a_rewritten_passage_is_told_once(fill: Fill) -> None:
    fill(".到 单位构成", *[KEEP] * 4, "另写的一段", ".")
    said = fill(".到 单位构成", *[KEEP] * 4)
    assert said.count("另写的一段") == 1


def test_an_unreadable_answer_is_told_kept_and_not_asked_again_of_a_file(
    fill: Fill, path: Path
) -> None:
    said = fill(TO_BUDGET, "95,41", "7")
    assert "「95,41」是 95.41 还是 9541？" in said
    assert (year_in(path).text("budget.initial"), year_in(path).text("budget.adjusted")) == (
        *("95,41", "7"),
    )


@pytest.mark.parametrize(
    ("answers", "kept"),
    [(("95,41", "9541"), "9541"), (("95,41", KEEP), "95,41"), (("95,41", "9,5,4"), "9,5,4")],
)
def test_at_a_keyboard_it_is_asked_again_once(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], kept: str
) -> None:
    monkeypatch.setattr("perf_tui.cli.prompts.asking.at_keyboard", lambda: True)
    said = fill(TO_BUDGET, *answers, "7")
    assert "年初预算数（元）[95,41]：" in said
    assert (year_in(path).text("budget.initial"), year_in(path).text("budget.adjusted")) == (
        *(kept, "7"),
    )


def test_a_fault_between_two_fields_is_told_in_full_at_the_second(fill: Fill) -> None:
    form = township("township")
    (fault,) = form.by_id["disputes"].constraints[:1]
    said = fill(".到 9", "100", "120")
    assert said.split("读作 120 件\n")[1].startswith(f"必改：{fault.message}。{fault.fix}。\n")


@pytest.mark.parametrize("dot", [".", "。", "．"])
def test_emptying(fill: Fill, path: Path, dot: str) -> None:
    fill("健龙镇")
    said = fill(f"{dot}清空", "健龙")
    assert "已清空\n必改：单位名称还没有填" in said
    assert dict(year_in(path).texts) == {"unit.short_name": "健龙"}


@pytest.mark.parametrize(("back", "on"), [(".上", ".下"), (".u", ".n"), (".U", ".N")])
def test_going_back_and_on(fill: Fill, path: Path, back: str, on: str) -> None:
    said = fill(back, "甲", back, "乙", on, back, "2024-04-15", "100")
    assert "这已经是第一栏" in said
    assert dict(year_in(path).texts) == {
        "unit.name": "乙",
        "unit.report_date": "2024-04-15",
        "budget.initial": "100",
    }


def test_after_the_last_page_there_is_none(fill: Fill) -> None:
    assert "这已经是最后一项，用 .完 保存并离开" in fill(".到 mbsjwcqk", ".下", KEEP)


@pytest.mark.parametrize("go", [".到 3", ".到3", ".到 ３", ".g slh", ".到 森林", ".到森林", ".G3"])
def test_going_to_a_page(fill: Fill, path: Path, go: str) -> None:
    fill(go, "0")
    assert dict(year_in(path).texts) == {"facts.forest_fire_count": "0"}


@pytest.mark.parametrize(("go", "place"), [("1 2", 1), ("1 4", 3), ("１　４", 3)])
def test_two_numbers_apart_are_a_page_and_a_field(fill: Fill, go: str, place: int) -> None:
    form = load_form("township")
    page = next(page for page in form.pages if page.number == 1)
    asked = [form.fields[at] for at in page.addresses if form.fields[at].asked({})]
    assert f"\n{asked[place].label}" in fill(f".到 {go}")
    assert "指标第 12 项" in fill(".到 12")


def test_a_field_counted_past_nine_is_reached_and_past_the_last_there_is_none(fill: Fill) -> None:
    form = load_form("township")
    counted = {
        page.number: [form.fields[at] for at in page.addresses if form.fields[at].asked({})]
        for page in form.pages
        if page.number
    }
    number = max(counted, key=lambda one: len(counted[one]))
    count = len(counted[number])
    assert count >= 10
    assert f"\n{counted[number][9].label}" in fill(f".到 {number} 10")
    assert f"有 {count} 栏，没有第 {count + 1} 栏" in fill(f".到 {number} {count + 1}")
    assert "没有第 99 项" in fill(".到 99 1")


def test_going_where_several_or_none_are(fill: Fill) -> None:
    said = fill(".到 预算", ".到 没有的项", ".到")
    assert "另有：预算执行率、预算及支出情况\n" in said
    assert "没有“没有的项”这样的项" in said
    assert "3 森林火灾发生次数：未开始，缺 1 栏" in said


def test_the_score(fill: Fill) -> None:
    said = fill(".到 3", "0", ".分", ".w")
    weight = township("township").by_id["forest_fires"].weight
    assert said.count("\n总分：已得 ") == 2
    assert said.count(f"待定 {100 - weight * 90 / 100:.2f} 分") == 2
    assert said.count("\n执行率得分：预算数没有填全，还算不出\n") == 2


@pytest.mark.parametrize("check", [".查", ".c"])
def test_the_findings(fill: Fill, check: str) -> None:
    said = fill(check)
    assert "森林火灾起数还没有填" in said
    assert "区县林业局火灾统计" in said


def test_saving_on_the_way(fill: Fill, path: Path) -> None:
    said = fill("甲", ".存", ".s", ".完", "不该读到")
    assert said.count(f"已保存到 {path}") == 3
    assert year_in(path).text("unit.name") == "甲"
    assert year_in(path).text("unit.short_name") == ""


@pytest.mark.parametrize("leave", [".完", ".q"])
def test_leaving_with_a_full_disk_says_so_and_stays(
    fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    def fail(*_: object) -> None:
        raise SaveError("没有保存：磁盘满了，腾出空间")

    before = path.read_bytes()
    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", fail)
    said = fill("甲", ".存", leave, "乙", status=2)
    assert said.count("磁盘满了") == 3
    assert "已保存" not in said
    assert path.read_bytes() == before


def test_a_warning_is_explained_where_it_was_told(fill: Fill, path: Path) -> None:
    said = fill(TO_BUDGET, "100", "150", ".说明", ".说明 追加了专项资金", ".说明 再说", ".u", KEEP)
    assert "情况属实就输 .说明 和理由。" in said
    assert "在 .说明 后面写上理由" in said
    assert "已记下说明：" in said
    assert "已说明：追加了专项资金" in said
    assert "这里没有要说明的提醒" in said
    assert list(year_in(path).record("accepted").values()) == ["追加了专项资金"]


def test_a_suggestion_is_taken(fill: Fill, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "indicators.policy_awareness.actual"

    def judge(evaluation: Evaluation) -> Iterator[Finding]:
        if evaluation.year.text(address) == "0.95":
            yield Finding("x", "warning", "像是比例", "核对", address, suggestion="95")

    monkeypatch.setattr("perf_tui.editing.open_year.judge", judge)
    said = fill(".到 15", *[KEEP] * 3, "0.95", ".采纳", ".k")
    assert "核对：像是比例。核对。输 .采纳 改为 95，输 .说明 保留不改。" in said
    label = load_form("township").fields[address].label
    assert f"\n{label}已改为 95\n" in said
    assert "这里没有可采纳的建议" in said
    assert year_in(path).text(address) == "95"


def test_a_final_year_is_not_asked_for(fill: Fill, path: Path) -> None:
    file = read_year_file(path, load_form)
    path.write_bytes(format_year(replace(file, year=file.year.with_text("final.date", "2025"))))
    before = path.read_bytes()
    refused = fill("甲", "乙", status=2)
    assert "已定稿，只能看" in refused.splitlines()[-1]
    assert "已保存到" not in refused
    assert "单位名称" in fill(KEEP, ".清空", ".说明", ".下", ".分")
    assert path.read_bytes() == before


@pytest.mark.parametrize("ask", [".帮助", ".h"])
def test_help_names_the_field_and_every_command(fill: Fill, ask: str) -> None:
    said = fill(".到 2", KEEP, KEEP, KEEP, ask)
    assert "本栏：信访件按期办结率（%）\n出处：信访系统\n应在 0 到 100% 之间\n应备佐证：" in said
    for command in COMMANDS:
        assert f".{command.name} 或 .{command.short}，{command.words}" in said


def test_a_command_there_is_not(fill: Fill, path: Path) -> None:
    assert "没有“.飞”这个命令，用 .帮助 看有哪些" in fill(".飞", "甲")
    assert year_in(path).text("unit.name") == "甲"


def test_a_number_may_begin_with_a_dot_and_a_lone_dot_keeps(fill: Fill, path: Path) -> None:
    fill(TO_BUDGET, ".5", ".", "7")
    texts = dict(year_in(path).texts)
    assert texts == {"budget.initial": "0.5", "budget.executed": "7"}


def test_hidden_characters_go_with_a_word(fill: Fill, path: Path) -> None:
    assert "看不见的字符" in fill("健\x1b[31m龙\u202e镇")
    assert year_in(path).text("unit.name") == "健[31m龙镇"


@pytest.mark.parametrize(
    ("line", "said"),
    [("健龙镇".encode("gbk"), "不是 UTF-8"), (b"x" * 100_001, "超过了 100000 字")],
)
def test_an_answer_that_cannot_be_used_ends_it_after_saving(
    fill: Fill, path: Path, line: bytes, said: str
) -> None:
    assert said in fill("甲", line, "乙", status=2).splitlines()[-1]
    assert dict(year_in(path).texts) == {"unit.name": "甲"}


def test_a_passage_without_end_is_no_endless_memory(fill: Fill) -> None:
    assert "超过了" in fill(".到 znzz", *["字" * 9_000] * 12, status=2)


def test_ascii_asks_without_ambiguous_characters(fill: Fill) -> None:
    said = fill(".到 znzz", ".分", options=("--ascii",))
    assert "“" not in said
    assert "×" not in said


def test_without_any_answer_it_says_so_in_one_sentence(
    fill: Fill, monkeypatch: pytest.MonkeyPatch, path: Path, capsys: Captured
) -> None:
    said = fill(status=2)
    assert said.count("\n") == 1
    assert "没有可读的回答" in said
    monkeypatch.setattr("sys.stdin", None)
    assert main(["fill", str(path)]) == 2
    assert "没有可读的回答" in capsys.readouterr().err


def test_a_missing_file_is_one_sentence(fill: Fill, path: Path) -> None:
    path.unlink()
    assert "没有这个文件" in fill("甲", status=2)


def test_a_lost_terminal_is_the_end_of_input(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def gone(_: int) -> str:
        raise OSError(errno.EIO, "gone")

    with path.open("rb") as file:
        stdin = io.TextIOWrapper(file)
        monkeypatch.setattr(stdin, "readline", gone)
        monkeypatch.setattr("sys.stdin", stdin)
        assert main(["fill", str(path)]) == 0
    assert f"已保存到 {path}" in capsys.readouterr().err


def test_a_program_that_answers_only_when_asked_is_waited_for(path: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "fill", path], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asking:
        assert asking.stdin
        assert asking.stderr
        said = b""
        while "单位名称[必填]：".encode() not in said:
            piece = asking.stderr.read1()  # type: ignore[attr-defined]
            assert piece, said
            said += piece
        asking.stdin.write("健龙镇\n".encode())
        asking.stdin.close()
        asking.stderr.read()
        assert asking.wait(60) == 0
    assert year_in(path).text("unit.name") == "健龙镇"


@pytest.mark.parametrize("command", ["fill", "open"])
def test_neither_screen_nor_report_is_loaded(path: Path, command: str) -> None:
    program = (
        "import sys; from perf_tui.cli import main; status = main(sys.argv[1:])\n"
        "heavy = {'textual', 'rich', 'docx', 'lxml', 'perf_tui.render'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, command, str(path)],
        input="健龙镇\n".encode(),
        env=os.environ
        | {"PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "dumb", "LC_ALL": "C"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert year_in(path).text("unit.name") == "健龙镇"


def test_evidence_is_asked_for_piece_by_piece(fill: Fill, path: Path) -> None:
    at = "indicators.village_cadre_pay.evidence"
    form = township("township")
    page = form.home_of[f"{at}.roster"]
    before = [KEEP] * page.addresses.index(f"{at}.roster")
    said = fill(".到 1", *before, "第1卷", "2025-1-3", KEEP, KEEP, ".上", ".上", ".完")
    assert said.count("材料日期") == 1  # not of the second document, which is not held
    assert said.count("材料名称") == 2  # on the way back, too, over what is not asked
    assert "Ctrl+R" not in said
    assert year_in(path).text(f"{at}_date.roster") == "2025-01-03"


def test_answers_wait_for_what_was_left_where_the_file_lay(
    path: Path, fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    old = path.with_name("old.toml")
    keeper = open_file(path, township).keeper
    keeper.note(keeper.saved.year.with_text("budget.executed", "78"))
    keeper.close()
    journal_path(path).rename(journal_path(old))
    said = fill(".q", status=2)
    assert f"它原在 {old}" in said
    assert main(["recover", str(path)]) == 0
    fill(".q")
    assert read_year_file(path, township).year.text("budget.executed") == "78"


def test_a_hard_link_is_told_before_the_first_question(path: Path, fill: Fill) -> None:
    path.with_name("hard.toml").hardlink_to(path)
    assert "hard.toml 里还是旧内容" in fill(".q")
