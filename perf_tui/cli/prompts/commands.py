"""The commands that are typed after a dot instead of an answer, and their help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perf_tui.cli.prompts import (
    answering,
    backups,
    defining,
    filing,
    looking,
    moving,
    reporting,
    scheme,
    writing,
)
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import help_with
from perf_tui.editing.refusing import RefusedError

# The place to go on at, or None to ask the same question again.
Next = int | None
Do = Callable[[Walk, int, str], Next]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its Chinese name, its short form in letters, its help, and what it calls."""

    name: str
    short: str
    words: str
    do: Do


def obey(walk: Walk, place: int, name: str, argument: str) -> Next:
    """Carry out the command of this name or short form, or say that there is none.

    Returns the place to go on at, or None to ask the same question again.
    """
    for command in ALL:
        if name in (command.name, command.short):
            return _do(walk, place, command, argument)
    walk.say(f"没有“.{name}”这个命令，用 .帮助 看有哪些")
    return None


def _do(walk: Walk, place: int, command: Command, argument: str) -> Next:
    try:
        return command.do(walk, place, argument)
    except RefusedError as refusal:
        walk.say(refusal)
        return None


def _explain_field(walk: Walk, place: int, _: str) -> Next:
    step = walk.steps[place]
    walk.say_all(help_with(walk.open_year.change.evaluation, step.page, step.field))
    walk.say("回车保留方括号里的内容，输入一行就换成这一行；全部命令用 .帮助 看")
    return None


def _list_commands(walk: Walk, place: int, _: str) -> Next:
    _explain_field(walk, place, "")
    walk.say_all(f".{one.name} 或 .{one.short}，{one.words}" for one in COMMANDS)
    return None


COMMANDS = (
    Command("清空", "e", "清空这一栏，到下一栏", writing.empty),
    Command("上", "u", "回到上一栏", moving.back),
    Command("下", "n", "到下一项", moving.on),
    Command(
        "到",
        "g",
        "转到某一项，后面写序号、名称或拼音首字母，序号后面还可写第几栏；不写就列出全部",
        moving.go,
    ),
    Command("下处", "f", "到下一处问题或空白", moving.next_problem),
    Command("上处", "sc", "到上一处问题或空白", moving.previous_problem),
    Command(
        "指标",
        "zb",
        "指标表：列出、加、改、删、移、粘贴、读入、分摊，从指标库选",
        defining.indicators,
    ),
    Command(
        "方案", "fa", "评分方案：列出各栏，后面写栏名和内容就改，按本地财政局的规定", scheme.scheme
    ),
    Command("取", "t", "把上年的内容取到这一栏，回车确认", writing.take),
    Command("整页取", "zyq", "这一项空着的栏都取上年的内容", writing.take_page),
    Command("取项目", "qxm", "把各项目的个数、资金取到项目自评汇总里", writing.take_from_projects),
    Command("采纳", "k", "采纳刚才提醒里的建议", answering.adopt),
    Command(
        "说明",
        "r",
        "刚才提醒的情况属实，后面写理由，不再提醒；已说明的可以改、可以收回",
        answering.explain,
    ),
    Command("改写", "gx", "把自动生成的文字放进这一栏，再改", writing.rewrite),
    Command("换", "x", "改这一栏里的几个字，后面写 旧的/新的", writing.replace),
    Command("接", "jx", "在这一段后面接着写几行，最后单独一行“.”", writing.append),
    Command("撤销", "z", "收回最近的修改", moving.undo),
    Command("重做", "y", "重做收回的修改", moving.redo),
    Command("分", "w", "得分和算式", looking.score),
    Command("查", "c", "检查，列出问题", looking.check),
    Command("佐证", "zz", "这一项应备和已备的佐证，全年还缺多少", looking.evidence),
    Command("核对", "hd", "从头到尾念一遍全部内容和得分", looking.review),
    Command("双录", "sl", "预算数再填一遍，两次不一致就说明", answering.enter_twice),
    Command("大写", "dx", "把这一栏的金额读成大写", looking.capitals),
    Command("对比", "db", "各年的完成值和得分", looking.compare),
    Command("上年", "sn", "选哪个文件作上年", filing.choose_last),
    Command("定稿", "dg", "锁定这一年，从此只能看", filing.make_final),
    Command("重开", "ck", "重新打开已定稿的一年，后面写理由", filing.reopen),
    Command(
        "导出",
        "dc",
        "把报告写成文件，后面写文件名（.docx、.md，表格 .xlsx，自评表 .csv、.tsv），"
        "不写就用年度文件的名字；再后面可写 公开稿、草稿、正式稿、盖章",
        reporting.export,
    ),
    Command("预览", "yl", "把整篇报告念一遍，后面可写 公开稿、草稿、盖章", reporting.preview),
    Command("备份", "bf", "列出以前存的各份，看差别或恢复成其中一份", backups.backups),
    Command("记录", "jl", "哪一天改了什么", backups.history),
    Command("存", "s", "保存", filing.save),
    Command("完", "q", "保存并离开", filing.finish),
    Command("帮助", "h", "全部命令；只输 ? 就说这一栏怎么填", _list_commands),
)
ALL = (*COMMANDS, Command("?", "?", "这一栏怎么填", _explain_field))
