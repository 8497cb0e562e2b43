"""A small form with an outline, and a hand-made document with every kind of block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Form
from perf_tui.core.form.models import Chapter
from perf_tui.render.document import (
    Attachment,
    AttachmentNote,
    Cell,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from support.forms import FULL, small_form, stand

OUTLINE = (
    Chapter(title="基本情况", sections=("duties", "offices")),
    Chapter(title="支出情况", sections=("spending",)),
    Chapter(title="评价情况", sections=("indicators", "goal")),
)
DATED = {**FULL, "unit.report_date": "2025-04-15"}


def outlined() -> Form:
    """The small form with three chapters; `goal` may stay unwritten."""
    return replace(small_form(), outline=OUTLINE)


def evaluation(**texts: str) -> Evaluation:
    """The full year with other texts at some addresses, written with __ for the dot."""
    changed = {address.replace("__", "."): text for address, text in texts.items()}
    return stood({**DATED, **changed})


def stood(texts: Mapping[str, str]) -> Evaluation:
    """A year with just these texts."""
    return stand(outlined(), {address: text for address, text in texts.items() if text})


def document(
    text: str = "正文",
    *,
    name: str = "云溪镇人民政府",
    day: str = "2025年4月15日",
    sealed: bool = False,
) -> Document:
    """One of every block; `text` stands wherever a user's words can stand."""
    head = (Cell("指标名称", label=True), Cell("指标\n得分", label=True))
    rows = ((Cell(text, align="left"), Cell("5.00")), (Cell(text, span=2, label=True),))
    return Document(
        title=text,
        author=name,
        created=date(2025, 4, 15),
        blocks=(
            Title((text, "2024年度自评报告"), "草稿"),
            Heading(1, "一、基本情况"),
            Heading(2, "（一）职能职责"),
            Heading(3, f"1.{text}（5分）"),
            Paragraph(text),
            AttachmentNote(("自评表", "目录")),
            Signature(name, day, sealed),
        ),
        attachments=(
            Attachment(1, "自评表", (Table((2, 1), rows, head=(head,)),), wide=True),
            Attachment(2, "目录", (Paragraph("总分", "caption"), Table((1, 1), rows))),
            Attachment(3, "计算", (Paragraph(text),)),
        ),
    )
