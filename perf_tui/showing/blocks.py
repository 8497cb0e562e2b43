"""The blocks of a page, from top to bottom: groups of fields and the texts that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.lineage import pair_of
from perf_tui.core.explaining.funds import work_funds
from perf_tui.core.explaining.working import work_execution, work_item
from perf_tui.core.form import Page
from perf_tui.core.form.comparing.changes import goal_of
from perf_tui.core.form.fields import Group
from perf_tui.core.form.models import COMPARATORS, NO_TARGET
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.wording.sentences import indicator_passage, section_passage

Weight: TypeAlias = Literal["text", "dim"]
"""How a text is shown: as what is printed, or dimmed as a remark on it."""

GUESSED = "，这是按名称推定的；不对就在指标表里改“上年对应指标”"
REWRITTEN = "用的是你改写的文字；清空它就恢复自动生成。"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a few lines of text, fields, and the results that follow from them.

    `generated` says that the text is printed as long as the field below it, for own words, is
    blank.
    """

    heading: str = ""
    intro: tuple[tuple[str, Weight], ...] = ()
    addresses: tuple[str, ...] = ()
    results: tuple[tuple[str, str], ...] = ()
    generated: bool = False


def blocks_of(evaluation: Evaluation, page: Page) -> Iterator[Block]:
    """Return the blocks of a page, from top to bottom."""
    match page.kind:
        case "indicator":
            return _indicator_blocks(evaluation, page)
        case "section":
            return _section_blocks(evaluation, page)
        case "budget":
            return _budget_blocks(evaluation, page)
        case _:
            return iter((Block(page.title, addresses=page.addresses),))


def _indicator_blocks(evaluation: Evaluation, page: Page) -> Iterator[Block]:
    indicator = evaluation.form.by_id[page.id]
    worked = work_item(evaluation, evaluation.item(page.id))
    results = tuple((line.label, line.equation) for line in worked)

    def group(name: Group) -> tuple[str, ...]:
        return tuple(at for at in page.addresses if evaluation.form.fields[at].group == name)

    yield Block(intro=((indicator.guidance, "dim"), *_was(evaluation, page.id)))
    if facts := group("facts"):
        yield Block("依据数据", addresses=facts)
    yield Block("完成与得分", addresses=group("result"), results=results)
    yield Block("原因与说明", addresses=group("reasons"))
    if targets := group("targets"):
        yield Block("目标与下调（一般不填，Enter 跳过）", addresses=targets)
    if evidence := group("evidence"):
        yield Block("佐证材料：文件名或存放处", addresses=evidence)
    for address in group("passage"):
        yield _passage_block(evaluation, address, indicator_passage(evaluation, indicator))


def _was(evaluation: Evaluation, ident: str) -> Iterator[tuple[str, Weight]]:
    """Yield which indicator this one was last year and its target, where they were others."""
    pair = pair_of(evaluation, ident)
    if pair and pair.before.name != pair.now.name:
        yield f"上年叫“{pair.before.name}”{GUESSED if pair.guessed else ''}", "dim"
    if pair and goal_of(pair.before) not in ("", goal_of(pair.now)):
        yield f"上年的指标值是 {goal_of(pair.before)}", "dim"


def page_title(evaluation: Evaluation, page: Page) -> str:
    """Return the name of a page. That of an indicator has its number, weight and target."""
    if page.kind != "indicator":
        return page.title
    indicator, item = evaluation.form.by_id[page.id], evaluation.item(page.id)
    if item.extra:
        most = f"最多{'加' if item.extra.role == 'bonus' else '扣'} {plain(indicator.weight)} 分"
        return f"{page.number} {page.title}  {most}"
    goal = "待定"
    if item.shown_target is not None:
        sign = "" if indicator.target == NO_TARGET else f"{COMPARATORS[indicator.sign]} "
        goal = f"{sign}{item.shown_target}{indicator.unit if sign else ''}"
    return f"{page.number} {page.title}  权重 {plain(indicator.weight)} 分  目标 {goal}"


def _section_blocks(evaluation: Evaluation, page: Page) -> Iterator[Block]:
    section = evaluation.form.by_key[page.id]
    *facts, address = page.addresses
    yield Block(intro=((section.guidance, "dim"),), addresses=tuple(facts))
    if section.sentence is None:
        yield Block(section.title, addresses=(address,))
    else:
        yield _passage_block(evaluation, address, section_passage(evaluation, section))


def _passage_block(evaluation: Evaluation, address: str, passage: str) -> Block:
    text: tuple[str, Weight] = (passage, "text")
    if evaluation.readings.words(address):
        return Block("报告中的文字", (text, (REWRITTEN, "dim")), (address,))
    return Block("报告中的文字", (text,), (address,), generated=True)


def _budget_blocks(evaluation: Evaluation, page: Page) -> Iterator[Block]:
    execution = evaluation.score.execution
    rate = "待定" if execution.shown_rate is None else f"{execution.shown_rate}%"
    line = work_execution(evaluation)

    def group(name: Group) -> tuple[str, ...]:
        return tuple(at for at in page.addresses if evaluation.form.fields[at].group == name)

    funds = ((one.label, one.equation) for one in work_funds(evaluation))
    results = (*funds, ("执行率", rate), (line.label, line.equation))
    yield Block("预算执行", addresses=group("facts"), results=results)
    yield Block("原因", addresses=group("reasons"))
