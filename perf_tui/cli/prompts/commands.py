"""What is typed after a dot instead of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from perf_tui.cli.commands.check import as_lines
from perf_tui.cli.prompts.hearing import DOTS
from perf_tui.cli.prompts.walk import LeavingError, Walk
from perf_tui.cli.prompts.words import faults_at, help_with, page_words, score_words
from perf_tui.core.findings import Finding
from perf_tui.core.form.pages import matching_pages
from perf_tui.core.punctuation import stopped
from perf_tui.store.errors import SaveError

# A number may begin with a dot, so no digit follows that of a command; 到 needs no blank after it.
SHAPE = re.compile(rf"[{DOTS}](到|[^\W\d_]+)\s*(.*)")
# The place to go on at; None asks the same question again.
Next = int | None
Do = Callable[[Walk, int, str], Next]


@dataclass(frozen=True, slots=True)
class Command:
    """Its Chinese name, the letter that is its alias, and what it does in words."""

    name: str
    letter: str
    words: str
    do: Do


def command_in(line: str) -> tuple[str, str] | None:
    """The name and the argument of a command; None for an answer."""
    found = SHAPE.fullmatch(line.strip())
    return (found[1].lower(), found[2].strip()) if found else None


def obey(walk: Walk, place: int, name: str, argument: str) -> Next:
    """Carry a command out, or say that there is none of this name."""
    for command in COMMANDS:
        if name in (command.name, command.letter):
            return command.do(walk, place, argument)
    walk.tell(f"没有“.{name}”这个命令，用 .帮助 看有哪些")
    return None


def _empty(walk: Walk, place: int, _: str) -> Next:
    address = walk.steps[place].field.address
    walk.desk.type(address, "")
    walk.desk.leave(address)
    walk.tell("已清空", *faults_at(walk.desk, address))
    return place + 1


def _back(walk: Walk, place: int, _: str) -> Next:
    before = walk.before(place)
    if before is None:
        walk.tell("这已经是第一栏")
    return before


def _on(walk: Walk, place: int, _: str) -> Next:
    page = walk.steps[place].page
    ahead = (at for at in range(place, len(walk.steps)) if walk.steps[at].page is not page)
    following = next(ahead, None)
    if following is None:
        walk.tell("这已经是最后一项，用 .完 保存并离开")
    return following


def _go(walk: Walk, _: int, wanted: str) -> Next:
    if not wanted:
        walk.tell_all(page_words(walk.desk.change))
        return None
    found = matching_pages(walk.desk.form.pages, wanted)
    if not found:
        walk.tell(f"没有“{wanted}”这样的项，换个词试试，单用 .到 列出全部")
        return None
    first, *others = found
    if others and not wanted.isdecimal():
        walk.tell("另有：" + "、".join(page.title for page in others))
    return walk.start_of(first)


def _score(walk: Walk, place: int, _: str) -> Next:
    walk.tell_all(score_words(walk.desk.change.standing, walk.steps[place].page))
    return None


def _check(walk: Walk, _: int, __: str) -> Next:
    walk.desk.judge_all()
    change = walk.desk.change
    walk.tell_all(as_lines(change.standing, change.findings))
    return None


def _adopt(walk: Walk, place: int, _: str) -> Next:
    finding = next((one for one in _warnings(walk, place) if one.suggestion), None)
    if finding is None:
        walk.tell("这里没有可采纳的建议")
    else:
        walk.desk.session.put(str(finding.field), finding.suggestion)
        walk.tell(f"已改为 {finding.suggestion}")
    return None


def _explain(walk: Walk, place: int, reason: str) -> Next:
    finding = next(_warnings(walk, place), None)
    if finding is None:
        walk.tell("这里没有要说明的提醒")
    elif not reason:
        walk.tell(f"{stopped(finding.message)}在 .说明 后面写上理由")
    else:
        walk.desk.accept(finding, reason)
        walk.tell(f"已记下说明：{finding.message}")
    return None


def _warnings(walk: Walk, place: int) -> Iterator[Finding]:
    """The open warnings at this field, then those at the one before, which were told last."""
    findings = walk.desk.change.findings
    for step in (walk.steps[place], walk.steps[walk.before(place) or 0]):
        yield from (
            finding
            for finding in findings
            if finding.severity == "warning" and finding.open
            if step.field.address in finding.places
        )


def _save(walk: Walk, _: int, __: str) -> Next:
    try:
        walk.desk.save()
    except SaveError as error:
        walk.tell(str(error))
    else:
        walk.tell(f"已保存到 {walk.desk.path}")
    return None


def _finish(walk: Walk, _: int, __: str) -> Next:
    try:
        walk.desk.finish()
    except SaveError as error:
        walk.tell(str(error))
        return None
    raise LeavingError


def _help(walk: Walk, place: int, _: str) -> Next:
    walk.tell_all(help_with(walk.steps[place].field))
    walk.tell("回车保留方括号里的内容，输入一行就换成这一行")
    walk.tell_all(f".{one.name} 或 .{one.letter}  {one.words}" for one in COMMANDS)
    return None


COMMANDS = (
    Command("清空", "e", "清空这一栏，到下一栏", _empty),
    Command("上", "u", "回到上一栏", _back),
    Command("下", "n", "到下一项", _on),
    Command("到", "g", "转到某一项，后面写序号、名称或拼音首字母；不写就列出全部", _go),
    Command("分", "w", "得分和算式", _score),
    Command("查", "c", "检查，列出问题", _check),
    Command("采纳", "k", "采纳刚才提醒里的建议", _adopt),
    Command("说明", "r", "刚才提醒的情况属实，后面写理由，不再提醒", _explain),
    Command("存", "s", "保存", _save),
    Command("完", "q", "保存并离开", _finish),
    Command("帮助", "h", "这一栏怎么填，有哪些命令", _help),
)
