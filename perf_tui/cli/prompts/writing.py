"""Commands that put something into the field: last year's answer, a draft, other words."""

from __future__ import annotations

import re

from perf_tui.cli.prompts.filing import heed
from perf_tui.cli.prompts.hearing import hear_passage
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import faults_at, understood
from perf_tui.editing import last_year
from perf_tui.editing.refusing import require_editable
from perf_tui.editing.rewriting import rewrite as begin_own_words

OLD_AND_NEW = re.compile(r"(.+?)\s*[/／]\s*(.*)")


def empty(walk: Walk, place: int, _: str) -> int:
    """Empty the field and go on."""
    require_editable(walk.desk)
    walk.desk.type(walk.steps[place].field.address, "")
    walk.tell("已清空")
    _judge(walk, place)
    return place + 1


def take(walk: Walk, place: int, _: str) -> None:
    """Take last year's answer over, to be confirmed by Enter at the question that comes again."""
    field, desk = walk.steps[place].field, walk.desk
    walk.tell(last_year.take(desk, field.address))
    walk.tell_all(understood(field, desk.change.standing.readings.by_address[field.address]))
    if field.kind == "paragraph":
        walk.tell(desk.session.year.text(field.address))


def take_page(walk: Walk, place: int, _: str) -> int | None:
    """Take last year's answers over into every blank field of the page, and walk it again."""
    page, address = walk.steps[place].page, walk.steps[place].field.address
    walk.tell(last_year.take_page(walk.desk, address, page.addresses))
    return walk.start_of(page)


def rewrite(walk: Walk, place: int, _: str) -> None:
    """Begin own words from the generated sentence."""
    begin_own_words(walk.desk, walk.steps[place].field.address)
    walk.tell("已放入自动生成的文字，用 .换 改几个字，用 .接 接着写，.清空 就恢复自动生成")


def replace(walk: Walk, place: int, argument: str) -> None:
    """Put other words in place of some in the field."""
    require_editable(walk.desk)
    address = walk.steps[place].field.address
    text, found = walk.desk.session.year.text(address), OLD_AND_NEW.fullmatch(argument)
    if found is None:
        walk.tell("在 .换 后面写旧的和新的，中间用 / 隔开，如 .换 12件/13件")
    elif found[1] not in text:
        walk.tell(f"这一栏里没有“{found[1]}”，照这一栏里的写法再输")
    else:
        walk.desk.session.put(address, text.replace(found[1], found[2]))
        walk.tell(f"换了 {text.count(found[1])} 处，现在是：{walk.desk.session.year.text(address)}")
        _judge(walk, place)


def append(walk: Walk, place: int, argument: str) -> None:
    """Write on after what stands in a passage."""
    require_editable(walk.desk)
    field, desk = walk.steps[place].field, walk.desk
    if field.kind != "paragraph":
        walk.tell("这一栏只写一行，用 .换 改，或整行重新填")
        return
    lines = [desk.session.year.text(field.address), argument]
    lines = [line for line in lines if line]
    try:
        end = hear_passage(lines)
    finally:
        desk.type(field.address, "\n".join(lines))
    _judge(walk, place)
    heed(walk, end)


def _judge(walk: Walk, place: int) -> None:
    address = walk.steps[place].field.address
    walk.desk.leave(address)
    walk.tell_all(faults_at(walk.desk, address))
