"""The report of a year: title, chapters, signature and attachments, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.findings.finding import errors_of
from perf_tui.core.form import Indicator, Section
from perf_tui.core.numbers import half_width
from perf_tui.core.numbers.numerals import counted
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.wording.sentences import indicator_passage, report_title, section_passage
from perf_tui.render.attachments import accepted_deviations, evidence_ledger, score_working
from perf_tui.render.document import (
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Title,
)
from perf_tui.render.draft import list_of_open_points
from perf_tui.render.evaluation_table import annex_table, evaluation_table
from perf_tui.render.gaps import gap, words_or_gap
from perf_tui.render.title import fitted

Copy = Literal["internal", "public"]

INDICATORS = "indicators"  # in an outline: the passages of all indicators, one after the other
INDICATORS_TITLE = "绩效评价情况"
DRAFT = "草稿"


def build_report(
    evaluation: JudgedEvaluation,
    copy: Copy = "internal",
    *,
    draft: bool = False,
    sealed: bool = False,
) -> Document:
    """Return the whole report, as a draft if `draft` asks for it or an error is left.

    A draft lists the errors on its first page, and its text begins on the next. A `sealed` report
    has room for the seal at its signature. The public copy leaves out contacts, remarks, places of
    evidence, accepted warnings and working.
    """
    lines = fitted(report_title(evaluation))
    attachments = tuple(_attachments(evaluation, internal=copy == "internal"))
    open_points = tuple(list_of_open_points(evaluation))
    blocks = (
        Title(lines, DRAFT if draft or errors_of(evaluation.findings) else ""),
        *open_points,
        *_chapters(evaluation, new_page=bool(open_points)),
        AttachmentNote(tuple(one.title for one in attachments)),
        _signature(evaluation, sealed=sealed),
    )
    return Document("".join(lines), evaluation.unit, _report_date(evaluation), blocks, attachments)


def _signature(evaluation: Evaluation, *, sealed: bool) -> Signature:
    name, day = (words_or_gap(evaluation, f"unit.{key}") for key in ("name", "report_date"))
    return Signature(name, day, sealed)


def _report_date(evaluation: Evaluation) -> date | None:
    day = evaluation.readings.by_address.get("unit.report_date")
    return day if isinstance(day, date) else None


def _chapters(evaluation: Evaluation, *, new_page: bool) -> Iterator[Block]:
    chapters = (
        (each, tuple(_sections(evaluation, each.sections))) for each in evaluation.form.outline
    )
    written = [(chapter, sections) for chapter, sections in chapters if sections]
    for number, (chapter, sections) in enumerate(written, 1):
        alone = sections[0][0] if len(sections) == 1 else ""
        first = number == 1
        yield Heading(1, f"{counted(number)}、{chapter.title}", alone, new_page and first)
        for place, (key, title, blocks) in enumerate(sections, 1):
            if not alone:
                yield Heading(2, f"（{counted(place)}）{title}", key)
            yield from blocks


def _sections(
    evaluation: Evaluation, keys: tuple[str, ...]
) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Yield key, title and blocks of each section. One left blank that may be is left out."""
    for key in keys:
        if key == INDICATORS:
            yield INDICATORS, INDICATORS_TITLE, tuple(_indicators(evaluation))
            continue
        section = evaluation.form.by_key[key]
        blocks = tuple(_passage(evaluation, section))
        if blocks:
            yield key, section.title, blocks


def _indicators(evaluation: Evaluation) -> Iterator[Block]:
    for indicator in evaluation.form.indicators:
        yield Heading(3, _item_heading(indicator), indicator.id)
        yield from paragraphs(indicator_passage(evaluation, indicator))


def _item_heading(indicator: Indicator) -> str:
    return f"{indicator.number}.{indicator.name}（{plain(indicator.weight)}分）"


def _passage(evaluation: Evaluation, section: Section) -> Iterator[Block]:
    passage = section_passage(evaluation, section)
    if not passage and section.required:
        passage = gap(section.title)
    return paragraphs(passage)


def paragraphs(passage: str) -> Iterator[Paragraph]:
    """Yield a paragraph for every line with words, without the indent it was typed with."""
    lines = (line.strip() for line in half_width(passage).splitlines())
    return (Paragraph(line) for line in lines if line)


def _attachments(evaluation: JudgedEvaluation, *, internal: bool) -> Iterator[Attachment]:
    """Yield the attachments that are not empty, numbered from 1."""
    title = f"{evaluation.form.layout.title}（{evaluation.year.year}年度）"
    parts: dict[str, tuple[Block, ...]] = {
        title: evaluation_table(evaluation, internal=internal),
        **{
            one.title: annex_table(evaluation, one, internal=internal)
            for one in evaluation.form.annexes
        },
        "佐证材料目录": tuple(evidence_ledger(evaluation, places=internal)),
    }
    if internal:
        parts["核对事项说明"] = tuple(accepted_deviations(evaluation))
        parts["得分计算过程"] = tuple(score_working(evaluation))
    told = ((name, blocks) for name, blocks in parts.items() if blocks)
    for number, (name, blocks) in enumerate(told, 1):
        yield Attachment(number, name, blocks, wide=name == title)
