"""What a Chinese input method commits, written into a real terminal as it comes.

Whole words of UTF-8 at once with the key right behind them, a few bytes at a time, split within a
character or a key's sequence, full-width digits and letters, rare characters, chords in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perf_tui.store.years.year_file import read_year_file
from support.keys import sequence_of
from support.program import STARTED, program
from support.samples import township
from support.states import blank
from support.terminal import Terminal

PIECES = (None, 1, 5)  # bytes in one write; None: all at once
PAUSE = 0.004  # seconds between two writes


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys and texts in the order typed, a key in <>; what the year then holds."""

    script: str
    holds: dict[str, str]


SCRIPTS = (
    Typed(
        "<f6>单位信息<enter>重庆市璧山区健龙镇人民政府<enter>健龙镇<enter>财政科<f2><enter>李一<f4>"
        "２７３９３０９５<enter>４０，６８６，８８４．９３<enter>３０００万元<enter>跨年结算，<ctrl+s>已报批。"
        "<enter>追加——专项……<f3>",
        {
            "unit.name": "重庆市璧山区健龙镇人民政府",
            "unit.short_name": "健龙镇",
            "unit.finance_section": "财政科",
            "unit.contact": "李一",
            "budget.initial": "27393095",
            "budget.adjusted": "40686884.93",
            "budget.executed": "30000000",
            "budget.execution_reason": "跨年结算，已报批。",
            "budget.adjustment_reason": "追加——专项……",
        },
    ),
    Typed(
        "<ctrl+g>ｙｇｊｙ<enter>　　一是𬭼㐂，\ue000镇\U00031350村。<enter>　　二是“落实”。<f8>"
        "<ctrl+g>职能职责<enter>贯彻决定<left><left>执行<end>。<ctrl+z><ctrl+y><f2>",
        {
            "sections.suggestions": "一是𬭼㐂，\ue000镇\U00031350村。\n　　二是“落实”。",
            "sections.duties": "贯彻执行决定。",
        },
    ),
    Typed(
        "<f6>单位信息<enter>甲乡<escape><end><home><enter>乙镇<escape>14<down>说明如此<escape>"
        "单位<enter><down>镇里<f5><escape><f1><escape>。<ctrl+g>0１２<backspace>２１４４<f6>7395<f2>",
        {
            "unit.name": "甲乡乙镇",
            "indicators.budget_execution.remark": "说明如此",
            "unit.short_name": "镇里。",
            "facts.cadres_paid": "2144",
            "facts.river_problems": "95",
        },
    ),
)


def lost_keys(folder: Path) -> list[str]:
    """What does not come out as it was typed, one sentence each."""
    return [
        wrong for script in SCRIPTS for piece in PIECES for wrong in _lost(script, piece, folder)
    ]


def _lost(typed: Typed, piece: int | None, folder: Path) -> Iterator[str]:
    path = folder / "2024.toml"
    blank(path)
    (folder / "perf-tui" / "places.toml").unlink(missing_ok=True)
    with program(folder, "open", path) as terminal:
        terminal.wait_for(STARTED)
        _write(terminal, _bytes_of(typed.script), piece)
        terminal.press("f10")
        if terminal.exit_status() != 0:
            yield f"F10 after {typed.script} in pieces of {piece}"
    texts = read_year_file(path, township).year.texts
    for address in {*typed.holds, *texts}:
        wanted, held = typed.holds.get(address, ""), texts.get(address, "")
        if wanted != held:
            yield f"{address} holds {held!r} and not {wanted!r}, in pieces of {piece}"


def _write(terminal: Terminal, data: bytes, piece: int | None) -> None:
    """Writes bytes in pieces, with so long a pause that each is read by itself."""
    for start in range(0, len(data), piece or len(data)):
        terminal.send(data[start : start + (piece or len(data))])
        time.sleep(PAUSE)


def _bytes_of(script: str) -> bytes:
    first, *rest = script.split("<")
    parts = (part.split(">", 1) for part in rest)
    return first.encode() + b"".join(sequence_of(key) + text.encode() for key, text in parts)
