"""Reports that are plain text and claim nothing sensible, as much of it as a report may hold."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.reader.text import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES

ITEM = "1.居民满意度（5分）得6分"
HEAD = "指标名称\t权重\t得分"


def _filled(first: Sequence[str], again: str) -> bytes:
    """Lines as long and as many as they may be, all of `again`."""
    line = (again * LONGEST_LINE)[:LONGEST_LINE]
    return _lines([*first, *[line] * (MOST_CHARACTERS // LONGEST_LINE - 1)])


def _repeated(first: Sequence[str], line: str) -> bytes:
    """As many lines as there may be."""
    room = MOST_CHARACTERS - sum(map(len, first))
    return _lines([*first, *[line] * min(MOST_LINES - len(first), room // len(line))])


def _lines(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


CLAIMS = {
    **{
        f"again {again[:8]}": _filled([ITEM], again)
        for again in (
            *("排查7处，", "排查7处", "7处", "95%高于", "同比增长5%。", "2023年度", "某镇人民政府"),
            *(
                "1",
                "1,",
                "1.",
                "（",
                "《",
                " ",
                "\u3000",
                "得",
                "总分",
                "年初",
                "共计",
                "的",
                "受",
                "我镇本镇",
            ),
            *("无森林，", "偏差原因：", "[bookmark: ", "甲乙、", "设5个，即：甲、", "一，", "上年"),
        )
    },
    **{
        f"lines of {line[:8]}": _repeated([ITEM], line)
        for line in (
            "排查7处。",
            "一、基本情况",
            "（一）基本情况",
            "2.某某率（5分）得5分，高于7%的目标",
            "2.甲",
        )
    },
    "rows": _repeated([HEAD], "满意度\t5\t6"),
    "cells": _filled([HEAD], "1\t"),
}
