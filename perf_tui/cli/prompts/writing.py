"""Commands that fill the field: last year's answer, the generated sentence, other words."""

from __future__ import annotations

import re

from perf_tui.cli.prompts.filing import heed
from perf_tui.cli.prompts.hearing import hear_passage
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import faults_at, understood
from perf_tui.editing import last_year
from perf_tui.editing.project_figures import take_projects
from perf_tui.editing.refusing import require_editable
from perf_tui.editing.rewriting import rewrite as begin_own_words

OLD_AND_NEW = re.compile(r"(.+?)\s*[/／]\s*(.*)")


def empty(walk: Walk, place: int, _: str) -> int:
    """Empty the field and go on."""
    question = walk.steps[place]
    walk.open_year.type(question.field.address, "")
    walk.say("已清空")
    _judge(walk, place)
    return walk.again(question, place) + 1


def take(walk: Walk, place: int, _: str) -> None:
    """Take last year's answer over. The question comes again, and Enter confirms the answer."""
    field, open_year = walk.steps[place].field, walk.open_year
    walk.say(last_year.take(open_year, field.address))
    walk.say_all(understood(field, open_year.change.evaluation.readings.by_address[field.address]))
    if field.kind == "paragraph":
        walk.say(open_year.session.year.text(field.address))


def take_page(walk: Walk, place: int, _: str) -> int | None:
    """Take last year's answers over into the blank fields of the page, and ask from its start."""
    page, address = walk.steps[place].page, walk.steps[place].field.address
    walk.say(last_year.take_page(walk.open_year, address, page.addresses))
    return walk.start_of(page)


def take_from_projects(walk: Walk, _: int, __: str) -> int | None:
    """Take what the office's projects come to, and go on where it stands."""
    address, taken = take_projects(walk.open_year)
    walk.say(taken)
    return walk.place_of(address)


def rewrite(walk: Walk, place: int, _: str) -> None:
    """Put the generated sentence into the empty passage, to be edited."""
    begin_own_words(walk.open_year, walk.steps[place].field.address)
    walk.say("已放入自动生成的文字，用 .换 改几个字，用 .接 接着写，.清空 就恢复自动生成")


def replace(walk: Walk, place: int, argument: str) -> None:
    """Replace some words in the field by others."""
    require_editable(walk.open_year)
    address = walk.steps[place].field.address
    text, found = walk.open_year.session.year.text(address), OLD_AND_NEW.fullmatch(argument)
    if found is None:
        walk.say("在 .换 后面写旧的和新的，中间用 / 隔开，如 .换 12件/13件")
    elif found[1] not in text:
        walk.say(f"这一栏里没有“{found[1]}”，照这一栏里的写法再输")
    else:
        open_year = walk.open_year
        open_year.type(address, text.replace(found[1], found[2]))
        open_year.leave(address)
        change = open_year.change
        walk.say(f"换了 {text.count(found[1])} 处，现在是：{open_year.session.year.text(address)}")
        walk.say_all(
            understood(walk.steps[place].field, change.evaluation.readings.by_address[address])
        )
        walk.say_all(faults_at(open_year, address))


def append(walk: Walk, place: int, argument: str) -> None:
    """Add lines to a passage."""
    require_editable(walk.open_year)
    field, open_year = walk.steps[place].field, walk.open_year
    if field.kind != "paragraph":
        walk.say("这一栏只写一行，用 .换 改，或整行重新填")
        return
    lines = [open_year.session.year.text(field.address), argument]
    lines = [line for line in lines if line]
    try:
        end = hear_passage(lines)
    finally:
        open_year.type(field.address, "\n".join(lines))
    _judge(walk, place)
    heed(walk, end)


def _judge(walk: Walk, place: int) -> None:
    address = walk.steps[place].field.address
    walk.open_year.leave(address)
    walk.say_all(faults_at(walk.open_year, address))
